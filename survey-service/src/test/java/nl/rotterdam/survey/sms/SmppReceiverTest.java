// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.codahale.metrics.MetricRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.jupiter.api.Test;

/** What is waited for, by a clock that can be moved on. */
class SmppReceiverTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> texts = new ArrayList<>();
  private final MetricRegistry metrics = new MetricRegistry();
  private final SmppReceiver receiver =
      new SmppReceiver(
          SmsFixtures.carrier(1, "bind: transceiver"),
          (reference, receipt) -> false,
          Optional::of,
          message -> texts.add(message.text()),
          metrics,
          nanos::get);

  @Test
  void unknownReceiptIsBroughtAgainForAMinuteAndThenCounted() {
    DeliverSm receipt = message(0x04, "id:7 stat:DELIVRD".getBytes(StandardCharsets.US_ASCII));
    for (int seconds : new int[] {0, 30, 29}) {
      pass(Duration.ofSeconds(seconds));
      assertThatExceptionOfType(ProcessRequestException.class)
          .isThrownBy(() -> receiver.onAcceptDeliverSm(receipt))
          .matches(e -> e.getErrorCode() == 0x64);
    }
    pass(Duration.ofSeconds(1));
    assertThatCode(() -> receiver.onAcceptDeliverSm(receipt)).doesNotThrowAnyException();
    assertThat(metrics.meter(MetricRegistry.name(SmppReceiver.class, "unknownReceipts")).getCount())
        .isEqualTo(1);
  }

  @Test
  void partsAreWaitedForAnHour() throws Exception {
    receiver.onAcceptDeliverSm(part(1, 'a'));
    pass(Duration.ofMinutes(59));
    receiver.onAcceptDeliverSm(part(2, 'b'));
    assertThat(texts).containsExactly("ab");

    receiver.onAcceptDeliverSm(part(1, 'c'));
    pass(Duration.ofMinutes(61));
    receiver.onAcceptDeliverSm(part(2, 'd'));
    assertThat(texts).containsExactly("ab");
  }

  @Test
  void textOfMorePartsThanAnAnswerHasIsNotKept() throws Exception {
    for (int number = 1; number <= 11; number++) {
      receiver.onAcceptDeliverSm(message(0x40, new byte[] {5, 0, 3, 1, 11, (byte) number, 'x'}));
    }
    assertThat(texts).isEmpty();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static DeliverSm part(int number, char sign) {
    return message(0x40, new byte[] {5, 0, 3, 1, 2, (byte) number, (byte) sign});
  }

  private static DeliverSm message(int esmClass, byte[] content) {
    DeliverSm message = new DeliverSm();
    message.setEsmClass((byte) esmClass);
    message.setSourceAddr("31612345678");
    message.setSourceAddrTon(TypeOfNumber.INTERNATIONAL.value());
    message.setShortMessage(content);
    return message;
  }
}
