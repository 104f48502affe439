// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Answers in the database. */
public interface AnswerDao {

  /** Stores answers with what they will be counted by, copied from the contact. */
  @SqlBatch(
      """
      insert into answer (invitation_id, contact_month, channel, location, product, wijk, cluster,
          language, overall, friendliness, clarity, timeliness, comment, answered_at)
      select i.id, c.contact_month, c.channel, c.location, c.product, c.wijk, c.cluster, c.language,
          cast(:overall as smallint), cast(:friendliness as smallint),
          cast(:clarity as smallint), cast(:timeliness as smallint), cast(:comment as varchar),
          cast(:answeredAt as timestamp with time zone)
      from invitation i join contact c on c.id = i.contact_id
      where i.id = :invitationId
      """)
  void insert(@BindMethods Collection<Answer> answers);

  /** Keeps an answer apart, with the invitation locked. */
  @SqlUpdate(
      """
      insert into answer_aside (invitation_id, contact_month, channel, reason, overall,
          friendliness, clarity, timeliness)
      select id, contact_month, channel, cast(:reason as varchar), cast(:overall as smallint),
          cast(:friendliness as smallint), cast(:clarity as smallint),
          cast(:timeliness as smallint)
      from invitation where id = :invitationId
      """)
  void setAside(UUID invitationId, @BindMethods Scores scores, ScannerWatch.Reason reason);

  /** Forgets what was kept apart of this invitation. */
  @SqlUpdate("delete from answer_aside where invitation_id = :invitationId")
  void forgetAside(UUID invitationId);

  /** The answers to these invitations; invitationIds is not empty. */
  @SqlQuery("select * from answer where invitation_id in (<invitationIds>)")
  List<Answer> list(@BindList Collection<UUID> invitationIds);
}
