// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import nl.rotterdam.survey.delivery.DeliveryReceipt.Outcome;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * What a delivery receipt says, in its parameters or else in its text (SMPP 3.4, appendix B).
 *
 * @param reference the message's id, as the carrier answered when it took the message
 * @param receipt empty where nothing is decided yet, or the carrier does not know
 */
record SmppReceipt(String reference, Optional<DeliveryReceipt> receipt) {
  private static final Pattern ID =
      Pattern.compile("(?:^|\\s)id:\\s*(\\S{1,65})", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATE =
      Pattern.compile("\\sstat:\\s*([A-Z]+)", Pattern.CASE_INSENSITIVE);

  static boolean isOne(DeliverSm message) {
    return message.isSmscDeliveryReceipt() || message.isIntermediateDeliveryNotification();
  }

  /** Empty where it names no message. */
  static Optional<SmppReceipt> read(DeliverSm message, SmsSettings.ReceiptIds ids) {
    String text = new String(SmppPart.content(message), StandardCharsets.ISO_8859_1);
    Optional<String> reference =
        parameter(message, Tag.RECEIPTED_MESSAGE_ID)
            .map(ids::ofMessage)
            .or(() -> group(ID, text).map(ids::ofReceipt))
            .filter(id -> !id.isEmpty());
    Optional<DeliveryReceipt> outcome =
        message.isIntermediateDeliveryNotification() ? Optional.empty() : outcome(message, text);
    return reference.map(id -> new SmppReceipt(id, outcome));
  }

  /** That id stands in its parameter as the carrier gave it. */
  private static Optional<String> parameter(DeliverSm message, Tag tag) {
    OptionalParameter parameter = message.getOptionalParameter(tag);
    return parameter instanceof OptionalParameter.OctetString octets
        ? Optional.of(octets.getValueAsString().replace("\0", "").strip())
        : Optional.empty();
  }

  private static Optional<DeliveryReceipt> outcome(DeliverSm message, String text) {
    OptionalParameter state = message.getOptionalParameter(Tag.MESSAGE_STATE);
    return state instanceof OptionalParameter.Byte number
        ? outcome(number.getValue())
        : group(STATE, text).flatMap(SmppReceipt::outcome);
  }

  private static Optional<DeliveryReceipt> outcome(byte state) {
    return switch (state) {
      case 2 -> outcome("DELIVRD");
      case 3 -> outcome("EXPIRED");
      case 4 -> outcome("DELETED");
      case 5 -> outcome("UNDELIV");
      case 8 -> outcome("REJECTD");
      default -> Optional.empty();
    };
  }

  /** Why it failed is each carrier's own code, so that none says that there is nobody. */
  private static Optional<DeliveryReceipt> outcome(String state) {
    String name = state.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "DELIVRD" -> Optional.of(new DeliveryReceipt(Outcome.DELIVERED, "smpp_" + name));
      case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" ->
          Optional.of(new DeliveryReceipt(Outcome.FAILED, "smpp_" + name));
      default -> Optional.empty();
    };
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
