// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Dialogues in the database; whoever changes one has locked its invitation. */
interface DialogueDao {
  /** Silent for too long, expired, answered in another way, or not begun and never to be. */
  String OVER =
      """
      (d.heard_at <= :silentSince
          or exists (
            select 1 from invitation i
            where i.id = d.invitation_id
              and (i.expires_at <= :now or i.answered_at is not null
                or (d.heard_at is null and i.state in ('lapsed', 'withdrawn')))))
      """;

  /** The resident has stopped in another way, too. */
  String OVER_OR_STOPPED =
      "("
          + OVER
          + """
           or exists (
             select 1 from recipient r
             where r.address_hash = d.phone_hash and r.opted_out_at is not null))
          """;

  /** Begins one, unless there is one with this invitation or this number. */
  @SqlUpdate(
      """
      insert into dialogue (invitation_id, phone_hash) values (:invitationId, :phoneHash)
      on conflict do nothing
      """)
  void begin(UUID invitationId, byte[] phoneHash);

  /** The one with this number. */
  @SqlQuery("select * from dialogue where phone_hash = :phoneHash")
  Optional<Dialogue> find(byte[] phoneHash);

  @SqlUpdate(
      """
      update dialogue set step = :step, asked_again = :askedAgain, overall = :overall,
          friendliness = :friendliness, clarity = :clarity, timeliness = :timeliness,
          heard_at = :heardAt
      where invitation_id = :invitationId
      """)
  void goOn(@BindMethods Dialogue dialogue);

  @SqlUpdate("delete from dialogue where invitation_id = :invitationId")
  void delete(UUID invitationId);

  @SqlQuery("select d.invitation_id from dialogue d where " + OVER_OR_STOPPED + " limit :limit")
  List<UUID> listOverOrStopped(Instant now, Instant silentSince, int limit);

  @SqlQuery("select d.* from dialogue d where d.invitation_id = :invitationId and " + OVER)
  Optional<Dialogue> findOver(UUID invitationId, Instant now, Instant silentSince);

  @SqlQuery(
      "select d.* from dialogue d where d.invitation_id = :invitationId and " + OVER_OR_STOPPED)
  Optional<Dialogue> findOverOrStopped(UUID invitationId, Instant now, Instant silentSince);

  /** The language of the last contact that had this number. */
  @SqlQuery(
      """
      select c.language from invitation i join contact c on c.id = i.contact_id
      where i.phone_hash = :phoneHash
      order by c.received_at desc limit 1
      """)
  Optional<String> findLanguage(byte[] phoneHash);
}
