// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.rotterdam.reporting.figure.Channel;

/** Call-back notes of the made-up city, more and more of them handled in time. */
record CityNotes(OpeningHours hours, Instant now) {
  private static final double NOTED = 0.7;
  private static final double ON_TIME_FIRST = 0.60;
  private static final double ON_TIME_LAST = 0.80;
  private static final double FORGOTTEN = 0.01;

  /** Notes of the telephone calls that left a question open. */
  List<CityNote> of(List<CityContact> contacts, RandomGenerator random) {
    List<CityNote> notes = new ArrayList<>();
    for (int i = 0; i < contacts.size(); i++) {
      CityContact contact = contacts.get(i);
      boolean open =
          contact.channel() == Channel.PHONE && Boolean.FALSE.equals(contact.resolvedFirstTime());
      if (open && random.nextDouble() < NOTED) {
        double progress = i / (double) contacts.size();
        notes.add(note(contact.endedAt(), progress, random));
      }
    }
    notes.sort(Comparator.comparing(CityNote::createdAt));
    return notes;
  }

  private CityNote note(ZonedDateTime created, double progress, RandomGenerator random) {
    boolean onTime =
        random.nextDouble() < ON_TIME_FIRST + (ON_TIME_LAST - ON_TIME_FIRST) * progress;
    ZonedDateTime handled = hours.workingHour(created, onTime ? 1 : 2 + random.nextInt(4), random);
    boolean known = random.nextDouble() >= FORGOTTEN && !handled.toInstant().isAfter(now);
    return new CityNote(created, known ? handled : null);
  }
}
