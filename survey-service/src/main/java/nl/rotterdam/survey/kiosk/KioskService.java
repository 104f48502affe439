// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.answer.Scores;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.LinkToken;
import nl.rotterdam.survey.kiosk.FloodRule.Reason;
import nl.rotterdam.survey.kiosk.FloodRule.Verdict;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is answered at counter screens, and sets apart what looks like a flood. */
public final class KioskService {
  /** How long it is remembered on which screen and when something was answered. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** How often to forget. */
  public static final Duration POLL = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(KioskService.class);

  private final Jdbi jdbi;
  private final KioskDao kiosks;
  private final FloodRule rule;
  private final Clock clock;
  private final ZoneId zone;
  private final Meter setAside;

  public KioskService(
      Jdbi jdbi, KioskSettings settings, Clock clock, ZoneId zone, MetricRegistry metrics) {
    this.jdbi = jdbi;
    this.kiosks = Database.dao(jdbi, KioskDao.class);
    this.rule = new FloodRule(settings);
    this.clock = clock;
    this.zone = zone;
    this.setAside = metrics.meter(MetricRegistry.name(KioskService.class, "set-aside"));
  }

  /** Whether the link is one of a screen. */
  public boolean isOpen(LinkToken token) {
    return kiosks.find(token.hash()).isPresent();
  }

  /**
   * Stores an answer, once for each showing of the page. It is of the running month, which is
   * counted each time: there is no change to mark.
   *
   * @return whether the link is one of a screen
   */
  public boolean answer(LinkToken token, UUID showing, String language, Scores scores) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Kiosk> screen = kiosks.find(token.hash());
          screen.ifPresent(kiosk -> store(kiosk, showing, language, scores));
          return screen.isPresent();
        });
  }

  private void store(Kiosk kiosk, UUID showing, String language, Scores scores) {
    kiosks.lock(kiosk.location());
    if (kiosks.isStored(showing)) {
      return;
    }
    Instant now = clock.instant();
    KioskAnswer answer =
        new KioskAnswer(
            showing,
            kiosk.id(),
            YearMonth.from(now.atZone(zone)),
            kiosk.location(),
            language,
            scores,
            now,
            null);
    List<KioskAnswer> lately = kiosks.listLately(kiosk.location(), now.minus(FloodRule.WINDOW));
    Verdict verdict = rule.judge(answer, lately);
    kiosks.insert(answer.with(verdict.reason().orElse(null)));
    verdict.reason().ifPresent(reason -> setAside(kiosk, reason, verdict, lately));
  }

  private void setAside(Kiosk kiosk, Reason reason, Verdict verdict, List<KioskAnswer> lately) {
    if (!verdict.others().isEmpty()) {
      kiosks.setAside(verdict.others(), reason);
    }
    setAside.mark();
    // once for each flood: what goes on for long would fill the log
    if (lately.stream()
        .filter(answer -> answer.kioskId().equals(kiosk.id()))
        .noneMatch(answer -> answer.setAside() == reason)) {
      LOG.warn(
          "Answers on the counter screen {} at {} are set apart: {}",
          kiosk.name(),
          kiosk.location(),
          reason);
    }
  }

  /** Forgets of older answers on which screen and when they were given. */
  public void forget(BooleanSupplier stopping) {
    if (!stopping.getAsBoolean()) {
      kiosks.forget(clock.instant().minus(KEPT));
    }
  }
}
