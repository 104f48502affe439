// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.codahale.metrics.MetricRegistry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Function;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands text messages to a carrier over one SMPP session, bound anew when it was lost: at the next
 * message, and where it receives, once it is started, also without one.
 */
public final class SmppCarrier implements SmsCarrier, Managed {
  private static final Logger LOG = LoggerFactory.getLogger(SmppCarrier.class);
  private static final DataCoding GSM_7 = new RawDataCoding((byte) 0);
  private static final RegisteredDelivery NO_RECEIPT = new RegisteredDelivery(0);
  private static final RegisteredDelivery RECEIPT = new RegisteredDelivery(1);

  private final SmsSettings settings;
  private final SmppAddress sender;
  private final SmppReceiver receiver;
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "smpp-bind"));

  private SMPPSession session;

  /** Whether it has ended: one that ends while it is bound says for good that it is bound. */
  private AtomicBoolean ended = new AtomicBoolean();

  private int failures;

  /**
   * @param receipts what takes the carrier's receipts: whether it knows the message of this
   *     reference
   * @param e164 a resident's number in E.164; empty where it cannot be one
   * @param texts what takes residents' texts
   */
  public SmppCarrier(
      SmsSettings settings,
      BiPredicate<String, DeliveryReceipt> receipts,
      Function<String, Optional<String>> e164,
      SmsReceiver texts,
      MetricRegistry metrics) {
    this.settings = settings;
    this.sender = SmppAddress.ofSender(settings.sender());
    this.receiver =
        new SmppReceiver(settings, receipts, e164, texts, metrics, Ticker.systemTicker());
  }

  /** Keeps the session of an account that receives. */
  @Override
  public void start() {
    if (receives()) {
      schedule.execute(this::keepBound);
    }
  }

  @Override
  public void stop() {
    close();
  }

  /** Whether the account receives, so that the session is kept. */
  public boolean receives() {
    return settings.bind() == SmsSettings.Bind.TRANSCEIVER;
  }

  private void keepBound() {
    Duration next = settings.rebindAfter().get(0);
    try {
      bindIfNeeded();
      failures = 0;
    } catch (DeliveryException e) {
      int last = settings.rebindAfter().size() - 1;
      next = settings.rebindAfter().get(Math.min(failures++, last));
      LOG.warn("The SMPP session is not bound: {}; tried again in {}", e.reason(), next);
    } catch (RuntimeException e) {
      LOG.warn("The SMPP session is not bound", e);
    }
    if (!schedule.isShutdown()) {
      schedule.schedule(this::keepBound, next.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized Optional<String> send(Sms sms) throws DeliveryException {
    SmppAddress to = SmppAddress.ofDigits(sms.digits());
    byte[] septets = GsmText.encode(sms.text());
    boolean tells = sms.receipt() && receives();
    bindIfNeeded();
    try {
      String id = submit(to, septets, tells ? RECEIPT : NO_RECEIPT);
      return tells ? Optional.of(settings.receiptIds().ofMessage(id)) : Optional.empty();
    } catch (NegativeResponseException e) {
      throw SmppFailure.onSubmit(e);
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      // whether it was accepted is unknown: sent again, at worst it arrives twice
      drop();
      throw SmppFailure.lost(e);
    } catch (PDUException e) {
      // jSMPP quotes the field that it cannot send, so its message goes no further
      throw new DeliveryException(Kind.PERMANENT, "smpp_not_encodable");
    }
  }

  @Override
  public synchronized void close() {
    schedule.shutdownNow();
    if (session != null) {
      session.unbindAndClose();
      session = null;
    }
  }

  private String submit(SmppAddress to, byte[] septets, RegisteredDelivery receipt)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    String noServiceType = "";
    byte plain = 0;
    String atOnce = null;
    String carriersValidity = null;
    byte keepOthers = 0;
    byte noCannedText = 0;
    return session
        .submitShortMessage(
            noServiceType,
            sender.type(),
            sender.plan(),
            sender.value(),
            to.type(),
            to.plan(),
            to.value(),
            new ESMClass(),
            plain,
            plain,
            atOnce,
            carriersValidity,
            receipt,
            keepOthers,
            GSM_7,
            noCannedText,
            septets)
        .getMessageId();
  }

  /** Whether a session stands, as far as this side has noticed. */
  public synchronized boolean isBound() {
    return session != null && !ended.get() && session.getSessionState().isTransmittable();
  }

  private synchronized void bindIfNeeded() throws DeliveryException {
    if (isBound()) {
      return;
    }
    drop();
    SMPPSession fresh = new SMPPSession(new SmppConnector(settings));
    fresh.setTransactionTimer(settings.responseTimeout().toMillis());
    fresh.setEnquireLinkTimer(Math.toIntExact(settings.enquireInterval().toMillis()));
    fresh.setPduProcessorDegree(2 * SmppReceiver.AT_ONCE);
    fresh.setMessageReceiverListener(receiver);
    AtomicBoolean over = new AtomicBoolean();
    fresh.addSessionStateListener(
        (state, before, source) -> over.compareAndSet(false, state == SessionState.CLOSED));
    try {
      fresh.connectAndBind(
          settings.host(), settings.port(), account(), settings.responseTimeout().toMillis());
    } catch (IOException e) {
      fresh.close();
      throw SmppFailure.onBind(e);
    }
    session = fresh;
    ended = over;
  }

  private BindParameter account() {
    return new BindParameter(
        settings.bind().type(),
        settings.systemId(),
        settings.password(),
        settings.systemType(),
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        null);
  }

  private void drop() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
