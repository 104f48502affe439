// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import java.util.Locale;

/** What Open Klant tells of that is of interest here. */
enum Resource {
  KLANTCONTACT("klantcontacten"),
  INTERNETAAK("internetaken");

  private final String plural;

  Resource(String plural) {
    this.plural = plural;
  }

  /** Its name in addresses, and that of the kanaal of its notifications. */
  String plural() {
    return plural;
  }

  /** As Open Klant writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
