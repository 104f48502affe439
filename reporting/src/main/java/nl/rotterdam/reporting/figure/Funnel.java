// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The way from contact to answer, step by step: each number counts the contacts that got at least
 * so far. Contacts less those lost, by reason, are those that were sent an invitation; these less
 * what was lost on the way are the answers, so that every contact is accounted for.
 *
 * @param counts what was counted of the contacts
 */
public record Funnel(Tally counts) {
  /** After which step a contact is lost for a reason, by the reason's code. */
  private static final Map<String, Step> LOST_AT =
      Map.ofEntries(
          Map.entry("no_address", Step.REACHABLE),
          Map.entry("test_address", Step.REACHABLE),
          Map.entry("bounced", Step.REACHABLE),
          Map.entry("sensitive", Step.ELIGIBLE),
          Map.entry("too_old", Step.ELIGIBLE),
          Map.entry("opted_out", Step.ELIGIBLE),
          Map.entry("asked_recently", Step.ELIGIBLE),
          Map.entry("not_sampled", Step.SAMPLED),
          Map.entry("planned", Step.SENT),
          Map.entry("failed", Step.SENT),
          Map.entry("lapsed", Step.SENT),
          Map.entry("withdrawn", Step.SENT));

  /** A step that a contact can fail to make before it is sent an invitation, in their order. */
  private enum Step {
    REACHABLE,
    ELIGIBLE,
    SAMPLED,
    SENT
  }

  /** Contacts with an address that can be written to, or a link that is handed out. */
  public long reachable() {
    return after(Step.REACHABLE);
  }

  /** Of those, the ones that no rule forbids to ask about. */
  public long eligible() {
    return after(Step.ELIGIBLE);
  }

  /** Of those, the ones in the sample. */
  public long sampled() {
    return after(Step.SAMPLED);
  }

  /** Of those, the ones whose invitation was sent or handed out. */
  public long sent() {
    return counts.invited();
  }

  /** Of those, the ones that arrived; empty where it is not known of some. */
  public OptionalLong delivered() {
    return counts.reach().delivered();
  }

  /** Of those, the ones whose page was opened; empty where it is not known of some. */
  public OptionalLong opened() {
    return counts.reach().opened();
  }

  /** Invited contacts plus those lost at a later step. */
  private long after(Step step) {
    return counts.invited()
        + counts.notInvited().byReason().entrySet().stream()
            .filter(lost -> lostAt(lost.getKey()).compareTo(step) > 0)
            .mapToLong(Map.Entry::getValue)
            .sum();
  }

  private static Step lostAt(String reason) {
    Step step = LOST_AT.get(reason);
    if (step == null) {
      throw new IllegalArgumentException("No step of the funnel loses contacts as " + reason);
    }
    return step;
  }
}
