// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import java.util.function.Function;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes receipts and residents' texts. What could not be taken, the carrier is asked to bring
 * again; nothing that it brings is logged.
 */
final class SmppReceiver implements MessageReceiverListener {
  /** So many at once, fewer than jSMPP has threads: the others are for answers to what we send. */
  static final int AT_ONCE = 4;

  private static final Logger LOG = LoggerFactory.getLogger(SmppReceiver.class);

  /** A receipt may come before the transaction that stores its message's id has ended. */
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);

  private final SmsSettings settings;
  private final BiPredicate<String, DeliveryReceipt> receipts;
  private final Function<String, Optional<String>> e164;
  private final Semaphore threads = new Semaphore(AT_ONCE);
  private final Ticker ticker;
  private final SmsReceiver receiver;
  private final Reassembly texts;
  private final Cache<String, Long> unknownSince;
  private final Meter unknown;
  private final Meter dropped;

  SmppReceiver(
      SmsSettings settings,
      BiPredicate<String, DeliveryReceipt> receipts,
      Function<String, Optional<String>> e164,
      SmsReceiver receiver,
      MetricRegistry metrics,
      Ticker ticker) {
    this.settings = settings;
    this.receipts = receipts;
    this.e164 = e164;
    this.receiver = receiver;
    this.ticker = ticker;
    this.texts = new Reassembly(ticker);
    this.unknownSince =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .ticker(ticker)
            .build();
    this.unknown = metrics.meter(MetricRegistry.name(SmppReceiver.class, "unknownReceipts"));
    this.dropped = metrics.meter(MetricRegistry.name(SmppReceiver.class, "dropped"));
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
    if (!threads.tryAcquire()) {
      throw bringAgain();
    }
    try {
      if (SmppReceipt.isOne(message)) {
        takeReceipt(message);
      } else {
        takeText(message);
      }
    } catch (RuntimeException e) {
      // its message may quote the resident's
      LOG.warn("What came by SMPP could not be taken: {}", e.getClass().getName());
      throw bringAgain();
    } finally {
      threads.release();
    }
  }

  private void takeReceipt(DeliverSm message) throws ProcessRequestException {
    Optional<SmppReceipt> read = SmppReceipt.read(message, settings.receiptIds());
    if (read.isEmpty()) {
      unknown.mark();
      return;
    }
    SmppReceipt told = read.get();
    if (told.receipt().isEmpty() || receipts.test(told.reference(), told.receipt().get())) {
      return;
    }
    long now = ticker.read();
    if (now - unknownSince.get(told.reference(), id -> now) < UNKNOWN_FOR.toNanos()) {
      throw bringAgain();
    }
    unknown.mark();
  }

  private void takeText(DeliverSm message) {
    Optional<String> from = sender(message);
    if (from.isEmpty()) {
      dropped.mark();
      return;
    }
    SmppPart part = SmppPart.of(message);
    Optional<String> text = texts.add(from.get(), part);
    if (text.isPresent()) {
      receiver.take(new IncomingSms(from.get(), text.get()));
      texts.done(from.get(), part);
    }
  }

  /** Empty where a name or a short code sent it. */
  private Optional<String> sender(DeliverSm message) {
    byte type = message.getSourceAddrTon();
    if (type == TypeOfNumber.ALPHANUMERIC.value()) {
      return Optional.empty();
    }
    String address = message.getSourceAddr();
    boolean bare = type == TypeOfNumber.INTERNATIONAL.value() && !address.startsWith("+");
    return e164.apply(bare ? "+" + address : address);
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source)
      throws ProcessRequestException {
    throw refusal();
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    // says that a handset is back in reach, which we did not ask
  }

  private static ProcessRequestException refusal() {
    return new ProcessRequestException("Nothing is received", SMPPConstant.STAT_ESME_RX_R_APPN);
  }

  private static ProcessRequestException bringAgain() {
    return new ProcessRequestException("Not taken yet", SMPPConstant.STAT_ESME_RX_T_APPN);
  }
}
