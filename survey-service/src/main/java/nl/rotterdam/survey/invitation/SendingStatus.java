// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.SendingDao.Counted;
import nl.rotterdam.survey.invitation.SendingDao.Failed;
import nl.rotterdam.survey.invitation.SendingDao.Waiting;
import org.jdbi.v3.core.Jdbi;

/** How the sending of invitations stands: for those who look after it. */
public final class SendingStatus {
  private static final Duration LATELY = Duration.ofDays(7);

  /** No contact is asked about later than that. */
  private static final int MONTHS_BACK = 2;

  private final SendingDao sending;
  private final Clock clock;
  private final ZoneId zone;

  public SendingStatus(Jdbi jdbi, Clock clock, ZoneId zone) {
    this.sending = Database.dao(jdbi, SendingDao.class);
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * One medium.
   *
   * @param planned messages that wait, of which some are due and some were tried before
   * @param sentToday accepted by the carrier
   */
  public record Standing(
      Medium medium, long planned, long due, long retried, long sentToday, List<Failure> failures) {
    public Standing {
      failures = List.copyOf(failures);
    }
  }

  /** How many of the contacts reported in the last seven days could not be asked for a reason. */
  public record Failure(String reason, long number) {}

  /** How it stands with each medium that is sent. */
  public List<Standing> standings() {
    Instant now = clock.instant();
    Instant today = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    YearMonth month = YearMonth.from(now.atZone(zone)).minusMonths(MONTHS_BACK);
    List<Waiting> waiting = sending.listWaiting(now);
    List<Counted> sent = sending.listSent(month, today);
    List<Failed> failed = sending.listFailed(month, now.minus(LATELY));
    return List.of(Medium.EMAIL, Medium.SMS).stream()
        .map(medium -> standing(medium, waiting, sent, failed))
        .toList();
  }

  private static Standing standing(
      Medium medium, List<Waiting> waiting, List<Counted> sent, List<Failed> failed) {
    Waiting own =
        waiting.stream()
            .filter(row -> row.medium() == medium)
            .findFirst()
            .orElse(new Waiting(medium, 0, 0, 0));
    return new Standing(
        medium,
        own.planned(),
        own.due(),
        own.retried(),
        sent.stream().filter(row -> row.medium() == medium).mapToLong(Counted::number).sum(),
        failed.stream()
            .filter(row -> row.medium() == medium)
            .map(row -> new Failure(row.failure(), row.number()))
            .toList());
  }
}
