// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.key.ApiKey;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.key.SourceKeys;
import nl.rotterdam.survey.key.SourceKeys.Made;
import nl.rotterdam.survey.key.SourceSettings;
import nl.rotterdam.survey.problem.ProblemException;

/** {@code keys}: makes the key of a source system, rotates or revokes one, or lists them all. */
final class KeysCommand extends SurveyCommand {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  KeysCommand() {
    super("keys", "Makes a source system's key and shows it once; without options lists them all");
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--new").metavar("SOURCE").help("the source system, such as afspraken");
    parser
        .addArgument("--scopes")
        .help(
            "what the new key opens, separated by commas: %s (default: %s)"
                .formatted(Scope.codes(), Scope.write(Scope.USUAL)));
    parser
        .addArgument("--per-minute")
        .type(Integer.class)
        .help("most requests in a minute (default: %d)".formatted(SourceSettings.USUAL_PER_MINUTE));
    parser
        .addArgument("--rotate")
        .metavar("KEY")
        .help("the key that gets a successor with the same scopes");
    parser
        .addArgument("--overlap")
        .help("how long the key of before still works (default: P7D; PT0S: not at all)");
    parser.addArgument("--revoke").metavar("KEY").help("the key that is not to work any more");
  }

  @Override
  void run(Components components, SurveyConfiguration config, Namespace arguments) {
    requireOne(arguments);
    try {
      run(components.sourceKeys(), components.audit(), arguments, config.timeZone());
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private static void requireOne(Namespace arguments) {
    long jobs = Stream.of("new", "rotate", "revoke").filter(job -> has(arguments, job)).count();
    boolean ofNew = has(arguments, "scopes") || has(arguments, "per_minute");
    if (jobs > 1
        || (ofNew && !has(arguments, "new"))
        || (has(arguments, "overlap") && !has(arguments, "rotate"))) {
      throw new UsageException(
          "Give --new with --scopes and --per-minute, or --rotate with --overlap, or --revoke, or"
              + " nothing.");
    }
  }

  private static boolean has(Namespace arguments, String option) {
    return arguments.get(option) != null;
  }

  private static void run(SourceKeys keys, AuditLog audit, Namespace arguments, ZoneId zone) {
    if (has(arguments, "new")) {
      Made made =
          keys.make(
              arguments.getString("new"),
              has(arguments, "scopes") ? arguments.getString("scopes") : Scope.write(Scope.USUAL),
              has(arguments, "per_minute")
                  ? arguments.getInt("per_minute")
                  : SourceSettings.USUAL_PER_MINUTE);
      audit.note(AuditLog.COMMAND, "key_made", made.key().name(), "");
      show(made);
    } else if (has(arguments, "rotate")) {
      String before = arguments.getString("rotate");
      Made made = keys.rotate(before, overlap(arguments.getString("overlap")));
      audit.note(AuditLog.COMMAND, "key_rotated", before + " -> " + made.key().name(), "");
      show(made);
    } else if (has(arguments, "revoke")) {
      keys.revoke(arguments.getString("revoke"));
      audit.note(AuditLog.COMMAND, "key_revoked", arguments.getString("revoke"), "");
      System.out.println("The key " + arguments.getString("revoke") + " opens nothing any more.");
    } else {
      keys.list().forEach(key -> print(key, keys.works(key), zone));
    }
  }

  private static Duration overlap(String written) {
    try {
      return written == null ? Duration.ofDays(7) : Duration.parse(written);
    } catch (DateTimeParseException e) {
      throw new UsageException("--overlap: must be a duration such as P7D or PT12H.");
    }
  }

  private static void show(Made made) {
    System.out.println(made.secret());
    System.err.println(
        "This is the key %s, for the header X-Api-Key. It is shown this once; keep it where the source"
                .formatted(made.key().name())
            + " keeps its secrets.");
  }

  private static void print(ApiKey key, boolean works, ZoneId zone) {
    System.out.printf(
        "%s (%s): %s; %d a minute; %s; last used %s%n",
        key.name(),
        key.source(),
        key.scopes(),
        key.perMinute(),
        standing(key, works, zone),
        key.lastUsedAt() == null ? "never" : time(key.lastUsedAt(), zone));
  }

  private static String standing(ApiKey key, boolean works, ZoneId zone) {
    if (key.revokedAt() != null) {
      return "revoked " + time(key.revokedAt(), zone);
    }
    if (key.expiresAt() == null) {
      return "works";
    }
    return (works ? "works until " : "expired ") + time(key.expiresAt(), zone);
  }

  private static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }
}
