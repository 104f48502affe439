// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

/**
 * A text message from a resident.
 *
 * @param from the resident's number in E.164, such as +31612345678
 */
public record IncomingSms(String from, String text) {

  /** Says nothing: all of it is the resident's. */
  @Override
  public String toString() {
    return "IncomingSms";
  }
}
