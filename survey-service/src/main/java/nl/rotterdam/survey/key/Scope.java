// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a key opens. */
public enum Scope {
  /** Reporting contacts, and asking what became of them. */
  CONTACTS,
  /** Reporting call-back notes. */
  CALLBACKS,
  /** The link that is handed out in a conversation, written and as a QR code. */
  LINKS,
  /** Reporting what another system counted. */
  COUNTS,
  /** Reporting which mails came back. */
  BOUNCES,
  /** Reading figures that are not published. */
  FIGURES,
  /** Publishing a month, and reading the archive of concepts. */
  PUBLISH,
  /** Seeing what became of webhooks. */
  WEBHOOKS,
  /** Reading open answers. */
  SIGNALS;

  /** What a key opens of which nobody said more: reporting contacts of all kinds. */
  public static final Set<Scope> USUAL =
      Collections.unmodifiableSet(EnumSet.of(CONTACTS, CALLBACKS, LINKS));

  /** As it is written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope that is written so. */
  static Optional<Scope> of(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code().equals(code)).findFirst();
  }

  /** All of them, as they are written. */
  public static String codes() {
    return write(EnumSet.allOf(Scope.class));
  }

  /** Scopes as they are written. */
  public static String write(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::code).collect(joining(","));
  }

  /**
   * Scopes as they are written, separated by commas.
   *
   * @throws IllegalArgumentException where one is none, or there is none
   */
  static Set<Scope> read(String written) {
    return Arrays.stream(written.split(","))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .map(
            code ->
                of(code)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "must be some of %s, separated by commas, not %s"
                                    .formatted(codes(), code))))
        .collect(
            collectingAndThen(toCollection(() -> EnumSet.noneOf(Scope.class)), Scope::requireSome));
  }

  private static Set<Scope> requireSome(Set<Scope> scopes) {
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("must be some of " + codes() + ", separated by commas");
    }
    return Collections.unmodifiableSet(scopes);
  }
}
