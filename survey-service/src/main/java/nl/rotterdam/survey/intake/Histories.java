// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.time.Clock;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.invitation.Asking;
import org.jdbi.v3.core.Jdbi;

/** The kinds of files of the past, ready to read one file each. */
public record Histories(
    Jdbi jdbi,
    Clock clock,
    ChangedMonths changed,
    CellReader cells,
    ContactFactory factory,
    Asking asking,
    CallbackIntake callbacks,
    CountIntake counts) {

  /** contacts.csv. */
  public History<?> contacts(String source) {
    return new ContactHistory(source, jdbi, clock, changed, cells, factory, asking);
  }

  /** answers.csv. */
  public History<?> answers(String source) {
    return new AnswerHistory(source, jdbi, changed, cells);
  }

  /** callbacks.csv. */
  public History<?> callbacks(String source) {
    return new CallbackHistory(source, callbacks, cells);
  }

  /** counts.csv. */
  public History<?> counts(String source) {
    return new CountHistory(source, counts);
  }
}
