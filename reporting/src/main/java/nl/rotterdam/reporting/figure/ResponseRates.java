// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

/**
 * How many of those invited answered. RR1, RR2, RR5 and RR6 are the response rates of AAPOR, where
 * an invitation that bounced is of unknown eligibility; the other rates are not response rates. A
 * rate of nobody is a share with n = 0, which has no value. Source: AAPOR, Standard Definitions.
 *
 * @param sent invitations sent
 * @param bounced invitations that could not be delivered, 0 to sent
 * @param opened questionnaires opened, 0 to sent − bounced
 * @param complete answers with all four scores, I
 * @param partial answers with one to three scores, P; I + P is at most sent − bounced
 */
public record ResponseRates(long sent, long bounced, long opened, long complete, long partial) {

  public ResponseRates {
    if (sent < 0 || bounced < 0 || opened < 0 || complete < 0 || partial < 0) {
      throw new IllegalArgumentException("Counts must be 0 or more");
    }
    if (opened > sent - bounced || complete + partial > sent - bounced) {
      throw new IllegalArgumentException(
          "Of %d sent and %d bounced no %d can be opened and %d answered"
              .formatted(sent, bounced, opened, complete + partial));
    }
  }

  /** RR1 = I / sent. */
  public Share rr1() {
    return new Share(complete, sent);
  }

  /** RR2 = (I + P) / sent: the response rate that is published. */
  public Share rr2() {
    return new Share(complete + partial, sent);
  }

  /** RR5 = I / (sent − bounced). */
  public Share rr5() {
    return new Share(complete, delivered());
  }

  /** RR6 = (I + P) / (sent − bounced). */
  public Share rr6() {
    return new Share(complete + partial, delivered());
  }

  /** Bounced / sent. */
  public Share bounceRate() {
    return new Share(bounced, sent);
  }

  /** Opened / (sent − bounced). */
  public Share openRate() {
    return new Share(opened, delivered());
  }

  /** Completion rate, I / (I + P). */
  public Share completionRate() {
    return new Share(complete, complete + partial);
  }

  private long delivered() {
    return sent - bounced;
  }
}
