// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.util.List;

/** All that the made-up city remembers, each list in the order of time. */
record CityHistory(List<CityContact> contacts, List<CityAnswer> answers, List<CityNote> notes) {
  CityHistory {
    contacts = List.copyOf(contacts);
    answers = List.copyOf(answers);
    notes = List.copyOf(notes);
  }
}
