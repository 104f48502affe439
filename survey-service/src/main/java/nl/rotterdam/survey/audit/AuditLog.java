// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.signin.Employee;
import org.jdbi.v3.core.Jdbi;

/** Notes who did what, when and from where. What is noted is never changed. */
public final class AuditLog {
  /** Who does what is typed at a command line. */
  public static final String COMMAND = "command";

  /** Who does what nobody asked for. */
  public static final String SERVICE = "service";

  private static final int LONGEST_SUBJECT = 2000;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_FROM = 64;
  private static final int BATCH = 1000;

  /** Around an address of IPv6, as it stands before a port. */
  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");

  /** What cannot be seen, and what turns round what is written beside it. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");

  private final AuditDao entries;
  private final Clock clock;

  public AuditLog(Jdbi jdbi, Clock clock) {
    this.entries = Database.dao(jdbi, AuditDao.class);
    this.clock = clock;
  }

  /**
   * Notes what an employee did; in the transaction of what they did, where there is one.
   *
   * @param action a code, which templates/workplace says in words as audit.action.{code}
   * @param subject what it was done to, without a resident's data or a secret
   * @param from the address of their browser
   */
  public void note(Employee who, String action, String subject, String from) {
    add(who.subject(), who.name(), action, subject, from);
  }

  /**
   * Notes what no employee did.
   *
   * @param who {@link #COMMAND}, {@link #SERVICE}, a source system, or nobody: empty
   */
  public void note(String who, String action, String subject, String from) {
    add(who, "", action, subject, from);
  }

  private void add(String who, String name, String action, String subject, String from) {
    entries.add(
        clock.instant(),
        shown(who, LONGEST_NAME),
        shown(name, LONGEST_NAME),
        action,
        shown(subject, LONGEST_SUBJECT),
        shown(BRACKETS.matcher(from).replaceAll(""), LONGEST_FROM));
  }

  /** As the log shows it: what cannot be seen is seen to be there. */
  private static String shown(String text, int length) {
    String cut = text.length() <= length ? text : text.substring(0, length - 1) + "…";
    return UNSEEN.matcher(cut).replaceAll("\uFFFD");
  }

  /** The newest entries that come before this one, the newest first. */
  public List<Entry> listBefore(long id, int limit) {
    return entries.listBefore(id, limit);
  }

  /** Tells all entries of [since, until), the oldest first, some at a time. */
  public void forEach(Instant since, Instant until, Consumer<Entry> reader) {
    long last = 0;
    List<Entry> some;
    do {
      some = entries.listAfter(since, until, last, BATCH);
      some.forEach(reader);
      last = some.isEmpty() ? last : some.get(some.size() - 1).id();
    } while (some.size() == BATCH);
  }
}
