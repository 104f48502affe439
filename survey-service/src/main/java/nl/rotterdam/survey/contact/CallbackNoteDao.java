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

  @SqlBatch(
      """
      insert into callback_note (id, source, created_at, place, created_month, handled_at)
      values (:id, :source, :createdAt, :place, :month, :handledAt)
      on conflict do nothing
      """)
  int[] insert(@BindMethods Collection<CallbackNote> notes);

  /** Says when notes were handled that were open until now. */
  @SqlBatch(
      """
      update callback_note set handled_at = :handledAt
      where source = :source and created_at = :createdAt and place = :place
          and handled_at is null
      """)
  int[] handle(@BindMethods Collection<CallbackNote> notes);

  @SqlQuery("select * from callback_note where created_at in (<createdAt>) and source = :source")
  List<CallbackNote> list(String source, @BindList Collection<Instant> createdAt);
}
