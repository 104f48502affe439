// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The links that residents get. A token is made from the invitation and the key each time it is
 * needed, so that a retry carries the same link and nothing readable is stored.
 */
public final class Links {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final int BYTES = 16;
  private static final int LENGTH = 22;

  private final URI publicUrl;
  private final KeyedHash hash;
  private final StopSeal seal;

  public Links(URI publicUrl, byte[] secret) {
    this.publicUrl = publicUrl;
    this.hash = new KeyedHash(secret, "link token");
    this.seal = new StopSeal(secret);
  }

  /**
   * The token of an invitation or a counter screen: the first 128 bits of its keyed hash, in base
   * 62.
   */
  public LinkToken token(UUID invitation) {
    byte[] bytes = Arrays.copyOf(hash.of(invitation.toString()), BYTES);
    StringBuilder digits = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (digits.length() < LENGTH) {
      BigInteger[] quotientAndDigit = rest.divideAndRemainder(BASE);
      digits.append(DIGITS.charAt(quotientAndDigit[1].intValue()));
      rest = quotientAndDigit[0];
    }
    return new LinkToken(digits.reverse().toString());
  }

  /** The page with the questions. */
  public String survey(LinkToken token) {
    return publicUrl + "/s/" + token.value();
  }

  /** The page, and RFC 8058's address, to get no more surveys, for as long as a mail is kept. */
  String unsubscribe(Invitation invitation) {
    List<byte[]> hashes = invitation.addressHashes();
    return publicUrl
        + "/u/"
        + (hashes.isEmpty() ? token(invitation.id()).value() : seal.seal(hashes));
  }

  /** The keyed hashes of the addresses that such a link is for; empty where it is none. */
  Optional<List<byte[]>> unsubscribes(String brought) {
    return seal.open(brought);
  }

  /** The link of a contact as a QR code, for the source that reported it. */
  public String code(UUID contact) {
    return publicUrl + "/v1/contacts/" + contact + "/survey-code.svg";
  }

  /** The page on a counter screen. */
  public String kiosk(LinkToken token) {
    return publicUrl + "/k/" + token.value();
  }

  /** The privacy statement. */
  public String privacy() {
    return publicUrl + "/privacy";
  }
}
