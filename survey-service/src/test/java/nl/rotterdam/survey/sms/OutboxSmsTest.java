// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.UUID;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxSmsTest {
  private static final UUID ID = UUID.fromString("0190a5e0-0000-7000-8000-000000000002");

  @TempDir private Path folder;
  private OutboxSms outbox;

  @BeforeEach
  void setUp() {
    outbox = new OutboxSms(folder);
  }

  @Test
  void writesNumberAndText() throws Exception {
    outbox.send(new Sms(ID, "+31612345678", "Één vraag: https://peilschaal.example/s/a_b"));

    assertThat(folder.resolve(ID + ".txt"))
        .hasContent("To: +31612345678\n\nÉén vraag: https://peilschaal.example/s/a_b\n");
  }

  @Test
  void retryOverwrites() throws Exception {
    outbox.send(new Sms(ID, "+31612345678", "Eerste"));
    outbox.send(new Sms(ID, "+31612345678", "Tweede"));

    assertThat(folder.toFile().list()).containsExactly(ID + ".txt");
    assertThat(folder.resolve(ID + ".txt")).content().endsWith("Tweede\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0612345678,        Hoi,   phone_invalid",
    "31612345678,       Hoi,   phone_invalid",
    "+0612345678,       Hoi,   phone_invalid",
    "+3161234567890123, Hoi,   phone_invalid",
    "+31612345678,      België, sms_text_does_not_fit",
  })
  void refusesWhatACarrierWould(String phone, String text, String reason) {
    DeliveryException e =
        catchThrowableOfType(DeliveryException.class, () -> outbox.send(new Sms(ID, phone, text)));

    assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
    assertThat(e).hasMessage("PERMANENT " + reason);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void messageDoesNotSayWhoseItIs() {
    assertThat(new Sms(ID, "+31612345678", "Hoi").toString()).isEqualTo("Sms[" + ID + "]");
  }
}
