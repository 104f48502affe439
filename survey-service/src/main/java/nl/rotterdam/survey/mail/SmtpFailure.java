// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a relay's refusal means: for this mail, or for all of them. */
final class SmtpFailure {
  private static final Pattern ENHANCED_CODE = Pattern.compile("^\\d{3}[ -]([245]\\.\\d+\\.\\d+)");

  private SmtpFailure() {}

  /** No connection, no encryption or no sign-in: never a mail's fault. */
  static DeliveryException onConnect(MessagingException e, int lastReply) {
    if (e instanceof AuthenticationFailedException) {
      return new DeliveryException(Kind.UNAVAILABLE, "smtp_sign_in_refused");
    }
    IOException lost = findIoException(e);
    if (lost != null) {
      return lost(lost);
    }
    return new DeliveryException(
        Kind.UNAVAILABLE, lastReply >= 400 ? "smtp_" + lastReply : "smtp_no_session");
  }

  /**
   * @param unanswered whether the relay had the whole mail and did not say what became of it
   */
  static DeliveryException onSend(MessagingException e, boolean unanswered) {
    DeliveryException failure = onSend(e);
    return unanswered ? failure.ofOneThatMayHaveArrived() : failure;
  }

  private static DeliveryException onSend(MessagingException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SMTPAddressFailedException refused) {
        return refused(refused.getReturnCode(), refused.getMessage(), false);
      }
      if (t instanceof SMTPSendFailedException refused) {
        boolean ofSender = refused.getCommand().startsWith("MAIL");
        return refused(refused.getReturnCode(), refused.getMessage(), ofSender);
      }
    }
    IOException lost = findIoException(e);
    return lost != null ? lost(lost) : new DeliveryException(Kind.TRANSIENT, "smtp_unexpected");
  }

  private static DeliveryException refused(int code, String reply, boolean ofSender) {
    Matcher matcher = ENHANCED_CODE.matcher(reply);
    String enhanced = matcher.find() ? matcher.group(1) : "";
    if (code < 400) {
      return new DeliveryException(Kind.UNAVAILABLE, "smtp_connection_lost");
    }
    String reason = "smtp_" + code + (enhanced.isEmpty() ? "" : "_" + enhanced);
    Kind kind = kindOf(code, enhanced, ofSender);
    return kind == Kind.PERMANENT && MailboxStatus.isGone(enhanced)
        ? DeliveryException.deadAddress(reason)
        : new DeliveryException(kind, reason);
  }

  private static Kind kindOf(int code, String enhanced, boolean ofSender) {
    return switch (code) {
      // the relay closes, or wants a sign-in first
      case 421, 530, 534, 535, 538 -> Kind.UNAVAILABLE;
      // too large, or more than the mailbox takes
      case 552 -> Kind.PERMANENT;
      default -> {
        if (ofSender) {
          // our own address is refused, as it will be for every mail
          yield Kind.UNAVAILABLE;
        }
        // X.7: a policy, as of a relay that does not know us yet; a slip in its settings must not
        // end every invitation
        yield code >= 500 && !enhanced.startsWith("5.7.") ? Kind.PERMANENT : Kind.TRANSIENT;
      }
    };
  }

  private static DeliveryException lost(IOException cause) {
    return DeliveryException.unavailable(reasonOf(cause), cause);
  }

  private static String reasonOf(IOException cause) {
    if (cause instanceof SocketTimeoutException) {
      return "smtp_timeout";
    }
    if (cause instanceof UnknownHostException) {
      return "smtp_unknown_host";
    }
    if (cause instanceof ConnectException) {
      return "smtp_connection_refused";
    }
    return cause instanceof SSLException ? "smtp_tls" : "smtp_connection_lost";
  }

  private static IOException findIoException(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof IOException io) {
        return io;
      }
    }
    return null;
  }
}
