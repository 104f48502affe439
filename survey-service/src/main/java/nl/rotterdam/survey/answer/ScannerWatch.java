// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Instant;
import java.util.Optional;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.LinkToken;
import nl.rotterdam.survey.invitation.Medium;

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

  /** Why an answer now is taken for a scanner's; empty where it is the resident's. */
  Optional<Reason> suspect(Invitation invitation, LinkToken token, Instant now) {
    Optional<Reason> reason = find(invitation, token, now);
    reason.ifPresent(found -> setAside.mark());
    return reason;
  }

  /** Whether nearly all links of the message were opened just now. */
  boolean isBurst(LinkToken token, Instant now) {
    return openings.count(token, now.minus(settings.burstWithin())) >= settings.burstLinks();
  }

  private Optional<Reason> find(Invitation invitation, LinkToken token, Instant now) {
    if (isBurst(token, now)) {
      return Optional.of(Reason.BURST);
    }
    boolean sent = invitation.medium() != Medium.LINK && invitation.invitedAt() != null;
    return sent && now.isBefore(invitation.invitedAt().plus(settings.tooSoon()))
        ? Optional.of(Reason.TOO_SOON)
        : Optional.empty();
  }
}
