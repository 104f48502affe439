// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret in a resident's link: 128 bits, written in letters and digits only, because mail
 * programs leave a sign at the end out of the link. Only its hash is stored, and it never shows
 * itself in a log.
 */
public record LinkToken(String value) {
  /** How a token looks in a path. */
  public static final String FORM = "[0-9A-Za-z]{22}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public LinkToken {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("A link token is 22 letters and digits");
    }
  }

  /** What a visitor brought, if it can be a token at all. */
  public static Optional<LinkToken> parse(String brought) {
    return PATTERN.matcher(brought).matches()
        ? Optional.of(new LinkToken(brought))
        : Optional.empty();
  }

  /** What is stored in its place. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "LinkToken[...]";
  }
}
