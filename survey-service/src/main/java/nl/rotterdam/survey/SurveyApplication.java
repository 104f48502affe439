// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

/** x. */
public final class SurveyApplication {
  private SurveyApplication() {}

  /** y. */
  public static void main(String[] args) {
    System.out.println(args.length);
  }
}
