// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/** What a carrier's refusal means: for this message, or for all of them. */
final class SmppFailure {
  private SmppFailure() {}

  /** The carrier did not take the connection or the account. */
  static DeliveryException onBind(IOException e) {
    if (e.getCause() instanceof NegativeResponseException refused) {
      return new DeliveryException(Kind.UNAVAILABLE, reason(refused.getCommandStatus()));
    }
    return lost(e);
  }

  static DeliveryException onSubmit(NegativeResponseException refused) {
    int status = refused.getCommandStatus();
    return new DeliveryException(kindOf(status), reason(status));
  }

  static DeliveryException lost(Exception e) {
    IOException cause = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
    return DeliveryException.unavailable(reasonOf(e), cause);
  }

  private static Kind kindOf(int status) {
    return switch (status) {
      case SMPPConstant.STAT_ESME_RINVDSTADR,
          SMPPConstant.STAT_ESME_RINVMSGLEN,
          SMPPConstant.STAT_ESME_RX_P_APPN,
          SMPPConstant.STAT_ESME_RX_R_APPN ->
          Kind.PERMANENT;
      case SMPPConstant.STAT_ESME_RTHROTTLED,
          SMPPConstant.STAT_ESME_RMSGQFUL,
          // the account: not bound, or not allowed to
          SMPPConstant.STAT_ESME_RINVBNDSTS,
          SMPPConstant.STAT_ESME_RPROHIBITED,
          SMPPConstant.STAT_ESME_RSERTYPUNAUTH,
          SMPPConstant.STAT_ESME_RSERTYPUNAVAIL,
          SMPPConstant.STAT_ESME_RSERTYPDENIED,
          // the sender's name or the form of our requests, which all messages share
          SMPPConstant.STAT_ESME_RINVSRCADR,
          SMPPConstant.STAT_ESME_RINVSRCTON,
          SMPPConstant.STAT_ESME_RINVSRCNPI,
          SMPPConstant.STAT_ESME_RINVDSTTON,
          SMPPConstant.STAT_ESME_RINVDSTNPI,
          SMPPConstant.STAT_ESME_RINVSERTYP,
          SMPPConstant.STAT_ESME_RINVESMCLASS,
          SMPPConstant.STAT_ESME_RINVDCS,
          SMPPConstant.STAT_ESME_RINVCMDID,
          SMPPConstant.STAT_ESME_RINVCMDLEN ->
          Kind.UNAVAILABLE;
      // among them the carriers' own codes: one message that they dislike must not block the rest
      default -> Kind.TRANSIENT;
    };
  }

  private static String reason(int status) {
    return "smpp_0x%08x".formatted(status);
  }

  private static String reasonOf(Exception e) {
    if (e instanceof SocketTimeoutException
        || e instanceof ResponseTimeoutException
        || e.getCause() instanceof ResponseTimeoutException) {
      return "smpp_timeout";
    }
    if (e instanceof UnknownHostException) {
      return "smpp_unknown_host";
    }
    if (e instanceof ConnectException) {
      return "smpp_connection_refused";
    }
    return e instanceof SSLException ? "smpp_tls" : "smpp_connection_lost";
  }
}
