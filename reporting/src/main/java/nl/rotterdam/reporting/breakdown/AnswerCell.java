// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.time.YearMonth;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Indicator;

/**
 * How many scores came from answers that have month, channel and all four categories in common: the
 * finest count there is. It is not published, but tells which published groups share answers.
 *
 * @param month local calendar month in which the contacts started
 * @param channel the channel of those contacts
 * @param location category in that dimension, {@link #NOT_RECORDED} where there is none
 * @param product likewise
 * @param wijk likewise
 * @param cluster likewise
 * @param overall number of scores for that indicator, 0 or more
 * @param friendliness likewise
 * @param clarity likewise
 * @param timeliness likewise
 */
public record AnswerCell(
    YearMonth month,
    Channel channel,
    String location,
    String product,
    String wijk,
    String cluster,
    int overall,
    int friendliness,
    int clarity,
    int timeliness) {

  /** The category of answers whose category is not recorded. */
  public static final String NOT_RECORDED = "";

  public AnswerCell {
    if (overall < 0 || friendliness < 0 || clarity < 0 || timeliness < 0) {
      throw new IllegalArgumentException(
          "Numbers of scores must be 0 or more, not %d, %d, %d, %d"
              .formatted(overall, friendliness, clarity, timeliness));
    }
  }

  /** The category in that dimension, {@link #NOT_RECORDED} where there is none. */
  public String category(Dimension dimension) {
    return switch (dimension) {
      case LOCATION -> location;
      case PRODUCT -> product;
      case WIJK -> wijk;
      case CLUSTER -> cluster;
    };
  }

  /** Number of scores for that indicator, 0 or more. */
  public int scores(Indicator indicator) {
    return switch (indicator) {
      case OVERALL -> overall;
      case FRIENDLINESS -> friendliness;
      case CLARITY -> clarity;
      case TIMELINESS -> timeliness;
    };
  }
}
