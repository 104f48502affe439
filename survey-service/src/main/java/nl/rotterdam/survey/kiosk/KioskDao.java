// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Counter screens and what is answered on them. */
interface KioskDao {

  @SqlUpdate(
      """
      insert into kiosk (id, name, location, token_hash, created_at)
      values (:id, :name, :location, :tokenHash, :createdAt)
      """)
  void insert(@BindMethods Kiosk kiosk, byte[] tokenHash);

  @SqlQuery("select * from kiosk order by location, name")
  List<Kiosk> list();

  @SqlQuery("select * from kiosk where name = :name")
  Optional<Kiosk> findByName(String name);

  /** The screen whose link this is and that is not revoked. */
  @SqlQuery("select * from kiosk where token_hash = :tokenHash and revoked_at is null")
  Optional<Kiosk> find(byte[] tokenHash);

  @SqlUpdate("update kiosk set revoked_at = :now where name = :name and revoked_at is null")
  int revoke(String name, Instant now);

  /** The locations of contacts at the counter. */
  @SqlQuery(
      """
      select distinct location from contact
      where channel = 'counter' and location <> '' order by location
      """)
  List<String> listLocations();

  /** Keeps other answers of this location waiting until the transaction ends. */
  @SqlQuery("select id from kiosk where location = :location order by id for update")
  List<UUID> lock(String location);

  @SqlQuery("select exists (select 1 from kiosk_answer where id = :id)")
  boolean isStored(UUID id);

  /** What was answered at a location since then, the last first. */
  @SqlQuery(
      """
      select * from kiosk_answer where location = :location and answered_at > :since
      order by answered_at desc
      """)
  List<KioskAnswer> listLately(String location, Instant since);

  @SqlUpdate(
      """
      insert into kiosk_answer (id, kiosk_id, answer_month, location, language, overall,
          friendliness, clarity, timeliness, answered_at, set_aside)
      values (:id, :kioskId, :month, :location, :language, cast(:scores.overall as smallint),
          cast(:scores.friendliness as smallint), cast(:scores.clarity as smallint),
          cast(:scores.timeliness as smallint), :answeredAt, cast(:setAside as varchar))
      """)
  void insert(@BindMethods KioskAnswer answer);

  /** Sets apart those that are not yet; ids is not empty. */
  @SqlUpdate(
      """
      update kiosk_answer set set_aside = :reason where id in (<ids>) and set_aside is null
      """)
  void setAside(@BindList Collection<UUID> ids, FloodRule.Reason reason);

  /** How many answers of a screen are remembered, and how many of them are set apart. */
  @SqlQuery(
      """
      select kiosk_id, count(*) as answers, count(set_aside) as set_aside
      from kiosk_answer where answered_at > :since group by kiosk_id
      """)
  List<Lately> countLately(Instant since);

  /** What was answered on a screen in the last day. */
  record Lately(UUID kioskId, long answers, long setAside) {}

  /** Forgets on which screen and when these were given. */
  @SqlUpdate(
      """
      update kiosk_answer set kiosk_id = null, answered_at = null where answered_at <= :until
      """)
  int forget(Instant until);
}
