// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Call-back notes in the database. */
public interface CallbackNoteDao {

  /** For each note 1 where it was stored, 0 where the source reported it before. */
  @SqlBatch(
      """
      insert into callback_note (id, source, external_id, created_at, place, created_month,
          handled_at, contact_ref, cluster, wijk)
      values (:id, :source, :externalId, :createdAt, :place, :month, :handledAt, :contactRef,
          :cluster, :wijk)
      on conflict do nothing
      """)
  int[] insert(@BindMethods Collection<CallbackNote> notes);

  /** Says when notes were handled that were open until now. */
  @SqlBatch(
      "update callback_note set handled_at = :handledAt where id = :id and handled_at is null")
  void handle(@BindMethods Collection<CallbackNote> notes);

  /** Those without an id that were made at these instants; createdAt is not empty. */
  @SqlQuery(
      """
      select * from callback_note
      where created_at in (<createdAt>) and source = :source and external_id is null
      """)
  List<CallbackNote> listByTime(String source, @BindList Collection<Instant> createdAt);

  /** Those with these ids; externalIds is not empty. */
  @SqlQuery("select * from callback_note where external_id in (<externalIds>) and source = :source")
  List<CallbackNote> listById(String source, @BindList Collection<String> externalIds);
}
