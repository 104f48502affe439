// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Instant;
import java.util.Optional;
import nl.rotterdam.survey.invitation.LinkToken;

/** Tells answers of residents from those of mail scanners. */
public final class ScannerWatch {
  private final AnsweringSettings settings;
  private final Openings openings = new Openings();
  private final Meter setAside;

  public ScannerWatch(AnsweringSettings settings, MetricRegistry metrics) {
    this.settings = settings;
    this.setAside = metrics.meter(MetricRegistry.name(ScannerWatch.class, "set-aside"));
  }

  /** Why an answer is set aside. */
  enum Reason {
    /** Sooner after the message was accepted than anybody can have read it. */
    TOO_SOON,
    /** After nearly all links of the message were opened within seconds. */
    BURST
  }

  /** Somebody opened a link: the one with this score, or the one without. */
  void opened(LinkToken token, Optional<String> score, Instant now) {
    openings.add(token, score.orElse(""), now);
  }

  /**
   * Why an answer now is taken for a scanner's; empty where it is the resident's.
   *
   * @param sentAt when the carrier accepted the last message with the link
   */
  Optional<Reason> suspect(Optional<Instant> sentAt, LinkToken token, Instant now) {
    Optional<Reason> reason =
        isBurst(token, now)
            ? Optional.of(Reason.BURST)
            : sentAt
                .filter(accepted -> now.isBefore(accepted.plus(settings.tooSoon())))
                .map(accepted -> Reason.TOO_SOON);
    reason.ifPresent(found -> setAside.mark());
    return reason;
  }

  /** Whether nearly all links of the message were opened just now. */
  boolean isBurst(LinkToken token, Instant now) {
    return openings.count(token, now.minus(settings.burstWithin())) >= settings.burstLinks();
  }
}
