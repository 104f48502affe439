// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import java.util.Set;

/** What enhanced status codes (RFC 3463) say about a mailbox. */
final class MailboxStatus {
  /**
   * Bad mailbox, system or syntax; mailbox moved away; no mail is taken there (RFC 7505); mailbox
   * disabled. Not among them: a full mailbox, a policy, spam, size and whatever may change.
   */
  private static final Set<String> GONE =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

  private MailboxStatus() {}

  /** Whether there is nobody at the address, today or tomorrow. */
  static boolean isGone(String enhancedStatus) {
    return GONE.contains(enhancedStatus);
  }
}
