// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The marks of the mails about an invitation, which stand in their Message-IDs and come back with a
 * notice that one could not be delivered. A mark holds 80 bits of a keyed hash, so that only who
 * got a mail has one. Digits and small letters only: not every mail server keeps the case.
 */
public final class MailMark {
  /** How a mark looks, wherever it stands. */
  private static final Pattern FORM =
      Pattern.compile("(?<![0-9a-z])([0-9a-f]{32})([ir])([0-9a-f]{20})(?![0-9a-z])");

  private static final HexFormat HEX = HexFormat.of();

  /** Which mail it is. */
  public enum Letter {
    INVITATION("i"),
    REMINDER("r");

    private final String code;

    Letter(String code) {
      this.code = code;
    }
  }

  /** What a mark stands for. */
  public record Marked(UUID invitation, Letter letter) {}

  private final KeyedHash hash;

  public MailMark(byte[] secret) {
    this.hash = new KeyedHash(secret, "mail mark");
  }

  /** The mark of a mail. */
  String of(UUID invitation, Letter letter) {
    byte[] proof = Arrays.copyOf(hash.of(invitation.toString(), letter.code), 10);
    return invitation.toString().replace("-", "") + letter.code + HEX.formatHex(proof);
  }

  /** The mails whose marks stand in a text; what only looks like one is passed over. */
  public Stream<Marked> find(String text) {
    return FORM.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .flatMap(found -> check(found).stream())
        .distinct();
  }

  private Optional<Marked> check(MatchResult found) {
    long high = Long.parseUnsignedLong(found.group(1).substring(0, 16), 16);
    long low = Long.parseUnsignedLong(found.group(1).substring(16), 16);
    UUID invitation = new UUID(high, low);
    Letter letter =
        found.group(2).equals(Letter.REMINDER.code) ? Letter.REMINDER : Letter.INVITATION;
    return Optional.of(new Marked(invitation, letter))
        .filter(marked -> of(invitation, letter).equals(found.group()));
  }
}
