// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import static java.time.ZoneOffset.UTC;

import java.time.YearMonth;
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

  /** Stores answers, with a signal for each open answer. */
  default void insert(Collection<Answer> answers) {
    insert(answers, answers.stream().map(answer -> UUID.randomUUID()).toList());
    List<Answer> open = answers.stream().filter(answer -> answer.comment() != null).toList();
    insertSignals(
        open.stream().map(Answer::invitationId).toList(),
        open.stream().map(answer -> YearMonth.from(answer.answeredAt().atZone(UTC))).toList());
  }

  /** Stores answers with what they will be counted by, copied from the contact. */
  @SqlBatch(
      """
      insert into answer (invitation_id, contact_month, channel, location, product, wijk, cluster,
          language, overall, friendliness, clarity, timeliness, comment, answered_at, signal_id)
      select i.id, c.contact_month, c.channel, c.location, c.product, c.wijk, c.cluster, c.language,
          cast(:overall as smallint), cast(:friendliness as smallint),
          cast(:clarity as smallint), cast(:timeliness as smallint), cast(:comment as varchar),
          cast(:answeredAt as timestamp with time zone),
          case when cast(:comment as varchar) is not null then cast(:signalId as uuid) end
      from invitation i join contact c on c.id = i.contact_id
      where i.id = :invitationId
      """)
  void insert(@BindMethods Collection<Answer> answers, Collection<UUID> signalId);

  /** What an open answer is known by to those who read it, without when it came. */
  @SqlBatch(
      """
      insert into signal (id, received_month, contact_month, channel, language, overall)
      select signal_id, :receivedMonth, contact_month, channel, language, overall
      from answer where invitation_id = :invitationId and signal_id is not null
      """)
  void insertSignals(Collection<UUID> invitationId, Collection<YearMonth> receivedMonth);

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
