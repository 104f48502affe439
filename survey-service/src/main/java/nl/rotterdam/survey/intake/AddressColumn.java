// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.util.HashMap;
import java.util.Map;
import nl.rotterdam.survey.problem.FieldError;

/** The one column of a file that holds either kind of address. */
final class AddressColumn {
  static final String NAME = "emailOrPhone";

  private AddressColumn() {}

  /** The cells with the address in the field of its kind. */
  static Map<String, String> apart(Map<String, String> cells) {
    Map<String, String> fields = new HashMap<>(cells);
    String address = fields.remove(NAME);
    if (address != null) {
      fields.put(address.contains("@") ? "email" : "phone", address);
    }
    return fields;
  }

  /** An error as who wrote the column understands it. */
  static FieldError together(FieldError error) {
    boolean address = error.field().equals("email") || error.field().equals("phone");
    return address ? new FieldError(NAME, error.reason()) : error;
  }
}
