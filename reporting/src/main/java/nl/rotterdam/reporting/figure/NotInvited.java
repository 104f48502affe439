// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Contacts whose resident was not invited to answer, by the one reason of each. Together with those
 * invited they are all contacts.
 *
 * @param byReason number of contacts by the code of the reason, such as {@code no_address}; a
 *     reason without contacts may be absent
 */
public record NotInvited(Map<String, Long> byReason) {

  /** Everybody was invited. */
  public static final NotInvited NONE = new NotInvited(Map.of());

  public NotInvited {
    byReason = Map.copyOf(byReason);
    byReason.forEach(
        (reason, contacts) -> {
          if (contacts < 0) {
            throw new IllegalArgumentException(
                "Contacts not invited (%s) must be 0 or more, not %d".formatted(reason, contacts));
          }
        });
  }

  /** What was counted in both. */
  public NotInvited plus(NotInvited other) {
    return new NotInvited(
        Stream.of(this, other)
            .flatMap(counted -> counted.byReason.entrySet().stream())
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum)));
  }
}
