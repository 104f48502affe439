// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Contacts in the database. */
public interface ContactDao extends NewContactDao {

  /**
   * Those contacts of the source that are known, by the ids that it was given; ids is not empty.
   */
  @SqlQuery("select * from contact where id in (<ids>) and source = :source")
  List<Contact> listByIds(String source, @BindList Collection<UUID> ids);

  @SqlQuery("select * from contact where id = :id")
  Contact get(UUID id);

  /** Whether there was any contact in the month. */
  @SqlQuery("select exists (select 1 from contact where contact_month = :month)")
  boolean existsIn(YearMonth month);

  /** Those of the contacts that were answered about, as far as they keep it; ids is not empty. */
  @SqlQuery("select id from contact where id in (<ids>) and answered in ('partly', 'wholly')")
  Set<UUID> listAnswered(@BindList Collection<UUID> ids);
}
