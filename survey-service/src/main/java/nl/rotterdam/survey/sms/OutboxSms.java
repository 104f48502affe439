// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.OutboxFolder;

/** Writes each message as a text file, where no carrier is set up; it refuses what one would. */
public final class OutboxSms implements SmsCarrier {
  private final OutboxFolder outbox;

  public OutboxSms(Path folder) {
    this.outbox = new OutboxFolder(folder);
  }

  @Override
  public Optional<String> send(Sms sms) throws DeliveryException {
    GsmText.encode(sms.text());
    String content = "To: +%s\n\n%s\n".formatted(sms.digits(), sms.text());
    outbox.write(sms.id() + ".txt", content.getBytes(StandardCharsets.UTF_8));
    return Optional.empty();
  }

  @Override
  public void close() {
    // nothing is kept open between messages
  }
}
