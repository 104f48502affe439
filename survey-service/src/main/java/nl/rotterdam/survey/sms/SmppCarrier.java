// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.io.IOException;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
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
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/** Hands text messages to a carrier over one SMPP session, bound anew when it was lost. */
public final class SmppCarrier implements SmsCarrier {
  private static final DataCoding GSM_7 = new RawDataCoding((byte) 0);
  private static final RegisteredDelivery NO_RECEIPT = new RegisteredDelivery(0);

  private final SmsSettings settings;
  private final SmppAddress sender;

  private SMPPSession session;

  public SmppCarrier(SmsSettings settings) {
    this.settings = settings;
    this.sender = SmppAddress.ofSender(settings.sender());
  }

  @Override
  public synchronized void send(Sms sms) throws DeliveryException {
    SmppAddress to = SmppAddress.ofDigits(sms.digits());
    byte[] septets = GsmText.encode(sms.text());
    bindIfNeeded();
    try {
      submit(to, septets);
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
    if (session != null) {
      session.unbindAndClose();
      session = null;
    }
  }

  private void submit(SmppAddress to, byte[] septets)
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
    session.submitShortMessage(
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
        NO_RECEIPT,
        keepOthers,
        GSM_7,
        noCannedText,
        septets);
  }

  /** Whether a session stands, as far as this side has noticed. */
  synchronized boolean isBound() {
    return session != null && session.getSessionState().isTransmittable();
  }

  private void bindIfNeeded() throws DeliveryException {
    if (isBound()) {
      return;
    }
    drop();
    SMPPSession fresh = new SMPPSession(new SmppConnector(settings));
    fresh.setTransactionTimer(settings.responseTimeout().toMillis());
    fresh.setEnquireLinkTimer(Math.toIntExact(settings.enquireInterval().toMillis()));
    fresh.setMessageReceiverListener(new RefusingReceiver());
    try {
      fresh.connectAndBind(
          settings.host(), settings.port(), account(), settings.responseTimeout().toMillis());
    } catch (IOException e) {
      fresh.close();
      throw SmppFailure.onBind(e);
    }
    session = fresh;
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
