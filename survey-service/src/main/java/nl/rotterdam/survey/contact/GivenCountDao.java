// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Numbers that other systems counted, in the database. */
public interface GivenCountDao {

  /**
   * A number that was given.
   *
   * @param figure code of what was counted
   * @param locationKey by what the location is told apart; empty where there is none
   * @param location its name as it was given; null where there is none
   * @param period a year or a month, as it is written in the figures table
   * @param source the system that gave it
   */
  record Given(
      String figure,
      String locationKey,
      String location,
      @ColumnName("counted_period") String period,
      long number,
      String source,
      Instant givenAt) {

    /** What it is about; a later one about the same replaces it. */
    public List<String> subject() {
      return List.of(figure, locationKey, period);
    }

    /** Whether it says the same about the same. */
    public boolean sameAs(Given other) {
      return subject().equals(other.subject())
          && number == other.number
          && Objects.equals(location, other.location);
    }
  }

  /** Stores those that are the first of their figure, location and period. */
  @SqlBatch(
      """
      insert into given_count (figure, location_key, location, counted_period, number, source,
          given_at)
      values (:figure, :locationKey, :location, :period, :number, :source, :givenAt)
      on conflict do nothing
      """)
  void insert(@BindMethods Collection<Given> counts);

  /** Puts each in the place of what was given about the same. */
  @SqlBatch(
      """
      update given_count set location = :location, number = :number, source = :source,
          given_at = :givenAt
      where figure = :figure and location_key = :locationKey and counted_period = :period
      """)
  void replace(@BindMethods Collection<Given> counts);

  @SqlQuery("select * from given_count order by figure, location_key, counted_period")
  List<Given> list();
}
