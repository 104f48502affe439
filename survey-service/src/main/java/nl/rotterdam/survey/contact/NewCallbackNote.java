// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;

/**
 * A call-back note as a source reports it, in the columns of callbacks.csv.
 *
 * @param externalId the source's own id of the note, by which it is known again
 * @param contactId the contact that it is about: its externalId, or the contactId that the source
 *     was given for it
 */
public record NewCallbackNote(
    @Size(max = 200) @Pattern(regexp = NewContact.TEXT, message = NewContact.TEXT_ONLY)
        String externalId,
    @Size(max = 200) @Pattern(regexp = NewContact.TEXT, message = NewContact.TEXT_ONLY)
        String contactId,
    @Size(max = 200) @Pattern(regexp = NewContact.TEXT, message = NewContact.TEXT_ONLY)
        String cluster,
    @Size(max = 200) @Pattern(regexp = NewContact.TEXT, message = NewContact.TEXT_ONLY) String wijk,
    @NotNull(message = "is required: a time with offset such as 2025-05-14T10:15:00+02:00")
        OffsetDateTime createdAt,
    OffsetDateTime handledAt) {

  /** Source systems write "nothing" as an empty text, too. */
  public NewCallbackNote {
    externalId = NewContact.blankToNull(externalId);
    contactId = NewContact.blankToNull(contactId);
    cluster = NewContact.blankToNull(cluster);
    wijk = NewContact.blankToNull(wijk);
  }
}
