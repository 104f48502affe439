// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.cloudhopper.commons.charset.GSMCharset;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * One part of a resident's text, or the whole of it.
 *
 * @param reference what the parts of one text share
 * @param number from 1 to total
 */
record SmppPart(int reference, int total, int number, byte coding, byte[] content) {
  private static final int HAS_HEADER = 0x40;
  private static final int PARTS_BY_8_BITS = 0x00;
  private static final int PARTS_BY_16_BITS = 0x08;

  /** What cannot be a part of a text is taken as a whole one. */
  static SmppPart of(DeliverSm message) {
    byte coding = message.getDataCoding();
    byte[] content = content(message);
    if ((message.getEsmClass() & HAS_HEADER) != 0 && content.length > 0) {
      int end = Math.min(content.length, 1 + Byte.toUnsignedInt(content[0]));
      byte[] text = Arrays.copyOfRange(content, end, content.length);
      return ofHeader(Arrays.copyOfRange(content, 1, end), coding, text)
          .orElseGet(() -> whole(coding, text));
    }
    return ofParameters(message, coding, content).orElseGet(() -> whole(coding, content));
  }

  private static SmppPart whole(byte coding, byte[] content) {
    return new SmppPart(0, 1, 1, coding, content);
  }

  /** Where it is longer than a message may be, it stands beside it. */
  static byte[] content(DeliverSm message) {
    OptionalParameter payload = message.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
    return payload instanceof OptionalParameter.OctetString octets
        ? octets.getValue()
        : message.getShortMessage();
  }

  /** 3GPP TS 23.040, 9.2.3.24: elements of a kind, a length and so many bytes. */
  private static Optional<SmppPart> ofHeader(byte[] header, byte coding, byte[] text) {
    for (int at = 0; at + 1 < header.length; at += 2 + Byte.toUnsignedInt(header[at + 1])) {
      int kind = header[at];
      int length = header[at + 1];
      boolean fits = at + 2 + length <= header.length;
      if (fits && kind == PARTS_BY_8_BITS && length == 3) {
        int reference = Byte.toUnsignedInt(header[at + 2]);
        return part(reference, header[at + 3], header[at + 4], coding, text);
      }
      if (fits && kind == PARTS_BY_16_BITS && length == 4) {
        int reference = Short.toUnsignedInt(ByteBuffer.wrap(header, at + 2, 2).getShort());
        return part(reference, header[at + 4], header[at + 5], coding, text);
      }
    }
    return Optional.empty();
  }

  private static Optional<SmppPart> ofParameters(DeliverSm message, byte coding, byte[] content) {
    return message.getOptionalParameter(Tag.SAR_MSG_REF_NUM) instanceof OptionalParameter.Short ref
            && message.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS)
                instanceof OptionalParameter.Byte total
            && message.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM)
                instanceof OptionalParameter.Byte number
        ? part(
            Short.toUnsignedInt(ref.getValue()),
            total.getValue(),
            number.getValue(),
            coding,
            content)
        : Optional.empty();
  }

  private static Optional<SmppPart> part(
      int reference, byte total, byte number, byte coding, byte[] content) {
    int of = Byte.toUnsignedInt(total);
    int n = Byte.toUnsignedInt(number);
    return n >= 1 && n <= of
        ? Optional.of(new SmppPart(reference, of, n, coding, content))
        : Optional.empty();
  }

  /** All bytes of a text in its coding: GSM-7 where it is no other. */
  static String decode(byte coding, byte[] content) {
    return switch (coding) {
      case 3 -> new String(content, StandardCharsets.ISO_8859_1);
      case 8 -> new String(content, StandardCharsets.UTF_16BE);
      default -> new GSMCharset().decode(content);
    };
  }
}
