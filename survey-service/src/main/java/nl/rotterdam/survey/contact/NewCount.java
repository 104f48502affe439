// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

/**
 * A number that another system counted, as it reports it, in the columns of counts.csv.
 *
 * @param figure what was counted
 * @param location where, for what is counted by location
 * @param period a year or a month
 */
public record NewCount(String figure, String location, String period, Integer value) {

  /** Source systems write "nothing" as an empty text, too. */
  public NewCount {
    location = location == null || location.isBlank() ? null : location.strip();
  }
}
