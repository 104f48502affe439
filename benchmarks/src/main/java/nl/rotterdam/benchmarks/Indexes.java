// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The schema's indexes and keys, away while the tables are filled and then made as they were. */
record Indexes(List<String> create) {
  private static final String TABLES =
      "('contact'::regclass, 'invitation'::regclass, 'answer'::regclass, 'callback_note'::regclass)";

  /** Foreign keys lean on the others: they go first and come last. */
  private static final String CONSTRAINTS =
      """
      select format('alter table %s drop constraint %I', conrelid::regclass, conname) as remove,
          format('alter table %s add constraint %I %s',
              conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
      from pg_constraint
      where (conrelid in <tables> or confrelid in <tables>) and contype in <types>
      order by conname
      """;

  private static final String PLAIN =
      """
      select format('drop index %s', indexrelid::regclass) as remove,
          pg_get_indexdef(indexrelid) as make
      from pg_index where indrelid in <tables>
          and not exists (select * from pg_constraint where conindid = indexrelid)
      """;

  private record Change(String remove, String make) {}

  static Indexes drop(Handle handle) {
    List<Change> foreign = changes(handle, CONSTRAINTS.replace("<types>", "('f')"));
    List<Change> keys = changes(handle, CONSTRAINTS.replace("<types>", "('p', 'u')"));
    List<Change> plain = changes(handle, PLAIN);
    all(foreign, keys, plain).map(Change::remove).forEach(handle::execute);
    return new Indexes(all(keys, plain, foreign).map(Change::make).toList());
  }

  private static List<Change> changes(Handle handle, String query) {
    return handle
        .createQuery(query.replace("<tables>", TABLES))
        .map((row, context) -> new Change(row.getString("remove"), row.getString("make")))
        .list();
  }

  @SafeVarargs
  private static Stream<Change> all(List<Change>... changes) {
    return Stream.of(changes).flatMap(List::stream);
  }

  void create(Handle handle) {
    for (String statement : create) {
      Progress.say(statement);
      handle.execute(statement);
    }
  }
}
