// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.signin.AdministratorDao.Kept;
import org.jdbi.v3.core.Jdbi;

/**
 * The one administrator where there is no provider of identities, with a password that is made
 * here. It is told once; kept is a slow hash of it.
 */
public final class LocalAdministrator {
  /** Under which name they sign in. */
  public static final String NAME = "beheer";

  /** What the OWASP Password Storage Cheat Sheet recommends for PBKDF2 with HMAC-SHA256. */
  private static final int ROUNDS = 600_000;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int BITS = 256;
  private static final int SALT_BYTES = 16;

  /** 32 signs that are not taken for each other: 5 bits each. */
  private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

  /** 28 signs: 140 bits. */
  private static final int GROUPS = 7;

  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Jdbi jdbi;
  private final AdministratorDao administrators;
  private final Sessions sessions;
  private final Clock clock;

  public LocalAdministrator(Jdbi jdbi, Sessions sessions, Clock clock) {
    this.jdbi = jdbi;
    this.administrators = Database.dao(jdbi, AdministratorDao.class);
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Makes a password where there is none yet, and tells it; empty where there is one. */
  public Optional<String> makeFirst() {
    return administrators.find(NAME).isPresent() ? Optional.empty() : make();
  }

  /** Makes a password in the place of any other, and tells it; who is signed in is not any more. */
  public String makeAnother() {
    return jdbi.inTransaction(
        handle -> {
          administrators.delete(NAME);
          sessions.endAll(NAME);
          return make().orElseThrow();
        });
  }

  private Optional<String> make() {
    String password = password();
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    int made =
        administrators.insert(NAME, salt, ROUNDS, hash(password, salt, ROUNDS), clock.instant());
    return Optional.of(password).filter(own -> made == 1);
  }

  private static String password() {
    return IntStream.range(0, GROUPS)
        .mapToObj(
            group ->
                RANDOM
                    .ints(GROUP, 0, SIGNS.length())
                    .mapToObj(index -> String.valueOf(SIGNS.charAt(index)))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("-"));
  }

  /** Whether this is the name and the password; it takes as long for any other name. */
  public boolean knows(String name, String password) {
    Kept kept =
        administrators.find(NAME).orElseGet(() -> new Kept(new byte[SALT_BYTES], ROUNDS, null));
    byte[] given = hash(password, kept.salt(), kept.rounds());
    return kept.passwordHash() != null
        && MessageDigest.isEqual(given, kept.passwordHash())
        && NAME.equals(name);
  }

  private static byte[] hash(String password, byte[] salt, int rounds) {
    try {
      return SecretKeyFactory.getInstance(ALGORITHM)
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks " + ALGORITHM, e);
    }
  }
}
