// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Storing contacts. What is done for each contact has an interface of its own: JDBI prepares all
 * methods of one each time that one of them is called.
 */
public interface NewContactDao {

  /** Those contacts of the source that are known; externalIds is not empty. */
  @SqlQuery("select * from contact where external_id in (<externalIds>) and source = :source")
  List<Contact> list(String source, @BindList Collection<String> externalIds);

  /**
   * Stores contacts.
   *
   * @throws org.jdbi.v3.core.statement.UnableToExecuteStatementException where the source reported
   *     one of these ids before, which {@code Database.isDuplicate} knows
   */
  @SqlBatch(
      """
      insert into contact (id, source, external_id, channel, location, product, wijk, cluster,
          language, started_at, contact_month, duration_seconds, resolved_first_time, reason, received_at,
          fingerprint)
      values (:id, :source, :externalId, :channel, :location, :product, :wijk, :cluster,
          :language, :startedAt, :month, :durationSeconds, :resolvedFirstTime, :reason,
          :receivedAt, :fingerprint)
      """)
  void insert(@BindMethods Collection<Contact> contacts);
}
