// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.util.Collection;
import java.util.List;
import nl.rotterdam.survey.database.BindRows;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.OvertakenException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Storing contacts. What is done for each contact has an interface of its own: JDBI prepares all
 * methods of one each time that one of them is called.
 */
public interface NewContactDao {

  /**
   * Those contacts of the source that are known; externalIds is not empty. Most often there are
   * none, and what JDBI does to make records of rows costs more than to ask for the ids.
   */
  default List<Contact> list(String source, Collection<String> externalIds) {
    List<String> known = listKnown(source, externalIds);
    return known.isEmpty() ? List.of() : listWhole(source, known);
  }

  @SqlQuery(
      """
      select external_id from contact
      where external_id in (<externalIds>) and source = :source
      """)
  List<String> listKnown(String source, @BindList Collection<String> externalIds);

  @SqlQuery("select * from contact where external_id in (<externalIds>) and source = :source")
  List<Contact> listWhole(String source, @BindList Collection<String> externalIds);

  /**
   * Stores contacts that were not known.
   *
   * @throws OvertakenException where one of them is known by now
   */
  default void store(Collection<Contact> contacts) {
    try {
      insert(contacts);
    } catch (UnableToExecuteStatementException e) {
      throw Database.isDuplicate(e) ? new OvertakenException(e) : e;
    }
  }

  @SqlUpdate(
      """
      insert into contact (id, source, external_id, channel, location, product, wijk, cluster,
          language, started_at, contact_month, duration_seconds, resolved_first_time, reason,
          received_at, fingerprint)
      select * from unnest(:id, :source, :externalId, :channel, :location, :product, :wijk,
          :cluster, :language, :startedAt, :month, :durationSeconds, :resolvedFirstTime, :reason,
          :receivedAt, :fingerprint)
      """)
  void insert(@BindRows Collection<Contact> contacts);
}
