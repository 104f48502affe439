// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As what an employee is shown. */
final class Names {
  /** What cannot be seen, and what turns round how others are shown. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]+");

  private static final int LONGEST = 255;

  private Names() {}

  /** Their name; else by what they sign in; else their subject. */
  static String of(JWTClaimsSet claims) {
    return Stream.of("name", "preferred_username", "sub")
        .map(claims::getClaim)
        .filter(Objects::nonNull)
        .map(claim -> UNSEEN.matcher(claim.toString()).replaceAll("").strip())
        .filter(name -> !name.isEmpty())
        .map(name -> name.substring(0, Math.min(LONGEST, name.length())))
        .findFirst()
        .orElse("?");
  }
}
