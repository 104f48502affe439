// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Months of long ago that changed and are still to be counted again. */
public interface ChangedMonthDao {

  /** One change. */
  record Change(long id, @ColumnName("contact_month") YearMonth month) {}

  @SqlBatch("insert into changed_month (contact_month) values (:month)")
  void insert(Collection<YearMonth> month);

  @SqlQuery("select * from changed_month")
  List<Change> list();

  /** ids is not empty. */
  @SqlUpdate("delete from changed_month where id in (<ids>)")
  void delete(@BindList Collection<Long> ids);
}
