// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices as mail servers write them, and mails that are none. */
class DeliveryNoticeTest {

  @ParameterizedTest
  @CsvSource({
    "postfix-unknown-user,   5.1.1,  true",
    "exchange-unknown-user,  5.1.10, true",
    "gmail-unknown-user,     5.1.1,  true",
    "exim-unspecific-status, 5.1.1,  true",
    "only-in-return-path,    5.2.1,  true",
    "mailbox-full,           5.2.2,  false",
    "refused-as-spam,        5.7.1,  false",
    "postfix-expired,        4.4.1,  false",
  })
  void failureIsToldWithItsStatus(String file, String status, boolean gone) throws IOException {
    assertThat(DeliveryNotice.read(bounce(file)))
        .hasValueSatisfying(
            notice -> {
              assertThat(notice.status()).isEqualTo(status);
              assertThat(notice.isMailboxGone()).isEqualTo(gone);
              assertThat(notice.text()).contains("MARK@rotterdam.example");
              assertThat(notice.toString()).doesNotContain("gone@example.org");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"postfix-delayed", "delivered", "vacation-reply", "read-receipt"})
  void anythingElseIsNoFailure(String file) throws IOException {
    assertThat(DeliveryNotice.read(bounce(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "Content-Type: multipart/report",
        "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n",
        "Content-Type: multipart/report; boundary=b\n\n--b\n"
            + "Content-Type: message/delivery-status\n\n\n\nAction: failed\n--b--",
      })
  void whatCannotBeReadIsNone(String mail) {
    assertThat(DeliveryNotice.read(mail.getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }

  @Test
  void carriageReturnsMakeNoDifference() throws IOException {
    String mail = new String(bounce("postfix-unknown-user"), StandardCharsets.US_ASCII);

    assertThat(DeliveryNotice.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)))
        .map(DeliveryNotice::status)
        .contains("5.1.1");
  }

  private static byte[] bounce(String file) throws IOException {
    return DeliveryNoticeTest.class.getResourceAsStream("/bounces/" + file + ".eml").readAllBytes();
  }
}
