// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.invitation.Invitation.State;
import nl.rotterdam.survey.invitation.Medium;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What became of contacts, across contact, invitation and answer. */
interface FateDao {

  /**
   * All that is known of one; of the invitation nothing where there is none.
   *
   * @param answered wholly, partly or no, tied to its answer or not any more
   */
  record Known(
      UUID contactId,
      Reason reason,
      Medium medium,
      State state,
      Instant nextAttemptAt,
      Instant invitedAt,
      String failure,
      Instant expiresAt,
      boolean delivered,
      Instant remindedAt,
      boolean opened,
      String answered) {}

  @SqlQuery(
      """
      select c.id as contact_id, c.reason, i.medium, i.state, i.next_attempt_at, i.invited_at,
          i.failure, i.expires_at, i.reminded_at, coalesce(i.delivered, false) as delivered,
          coalesce(i.opened, false) as opened,
          coalesce(c.answered,
              case when a.invitation_id is null then 'no'
                  when a.overall is not null and a.friendliness is not null
                      and a.clarity is not null and a.timeliness is not null then 'wholly'
                  else 'partly' end) as answered
      from contact c
      left join invitation i on i.contact_id = c.id
      left join answer a on a.invitation_id = i.id
      where c.source = :source and c.external_id = :externalId
      """)
  Optional<Known> find(String source, String externalId);
}
