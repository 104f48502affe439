// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * An open answer, scrubbed, with what it is shown with.
 *
 * @param id its own, random one
 * @param overall the score that came with it; null where none did
 * @param codes of its themes, separated by commas; null where they are still to be looked for
 * @param releasedAt when it came out, with others; null where it is still to
 * @param markedAt when somebody said that it still holds personal data; else null
 */
public record Signal(
    UUID id,
    @ColumnName("contact_month") YearMonth month,
    String channel,
    String language,
    Integer overall,
    @ColumnName("themes") String codes,
    String text,
    Instant releasedAt,
    Instant markedAt,
    String markedBy) {

  /** The codes of its themes; empty: no theme. */
  public List<String> themes() {
    return codes == null
        ? List.of()
        : Arrays.stream(codes.split(",")).filter(Predicate.not(String::isEmpty)).toList();
  }

  /** Whether it may be shown. */
  boolean isShown() {
    return releasedAt != null && markedAt == null;
  }

  /** Leaves the text out: it must not reach a log. */
  @Override
  public String toString() {
    return "Signal[" + id + "]";
  }
}
