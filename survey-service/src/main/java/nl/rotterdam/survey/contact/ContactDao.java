// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Contacts in the database. */
public interface ContactDao {

  /** For each contact 1 where it was stored, 0 where the source reported the same id before. */
  @SqlBatch(
      """
      insert into contact (id, source, external_id, channel, location, product, wijk, cluster,
          language, started_at, contact_month, duration_seconds, resolved_first_time, reason, received_at,
          fingerprint)
      values (:id, :source, :externalId, :channel, :location, :product, :wijk, :cluster,
          :language, :startedAt, :month, :durationSeconds, :resolvedFirstTime, :reason,
          :receivedAt, :fingerprint)
      on conflict do nothing
      """)
  int[] insert(@BindMethods Collection<Contact> contacts);

  /** Those contacts of the source that are known; externalIds is not empty. */
  @SqlQuery("select * from contact where external_id in (<externalIds>) and source = :source")
  List<Contact> list(String source, @BindList Collection<String> externalIds);

  @SqlQuery("select * from contact where id = :id")
  Contact get(UUID id);

  /** Whether there was any contact in the month. */
  @SqlQuery("select exists (select 1 from contact where contact_month = :month)")
  boolean existsIn(YearMonth month);

  @SqlUpdate("update contact set reason = :reason where id = :id")
  void decided(UUID id, Reason reason);

  /** Those of the contacts that were answered about, as far as they keep it; ids is not empty. */
  @SqlQuery("select id from contact where id in (<ids>) and answered in ('partly', 'wholly')")
  Set<UUID> listAnswered(@BindList Collection<UUID> ids);
}
