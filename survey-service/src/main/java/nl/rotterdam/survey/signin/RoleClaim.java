// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which role an employee has by what their provider of identities tells.
 *
 * @param path where it tells their roles or groups: the name of a claim, or names within it
 * @param roleByValue what each of them gives; others give nothing
 */
record RoleClaim(String path, Map<String, Role> roleByValue) {
  private static final Pattern POINT = Pattern.compile("\\.");

  RoleClaim {
    roleByValue = Map.copyOf(roleByValue);
  }

  /** The highest that they have; empty where they have none. */
  Optional<Role> highest(Map<String, ?> claims) {
    return values(claims)
        .map(String::valueOf)
        .map(roleByValue::get)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  /** A name may hold points itself, as those that are addresses do. */
  private Stream<?> values(Map<String, ?> claims) {
    Object found =
        claims.containsKey(path) ? claims.get(path) : find(claims, List.of(POINT.split(path)));
    return found instanceof Collection<?> several ? several.stream() : Stream.ofNullable(found);
  }

  private static Object find(Object within, List<String> names) {
    if (names.isEmpty()) {
      return within;
    }
    return within instanceof Map<?, ?> map
        ? find(map.get(names.get(0)), names.subList(1, names.size()))
        : null;
  }
}
