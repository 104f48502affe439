// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import java.time.Instant;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Finds dissatisfied answers by the link by which they were given. */
interface CallBackDao {

  /**
   * What a resident was dissatisfied about.
   *
   * @param source the system that reported the contact
   */
  record Dissatisfied(
      String source, String externalId, Channel channel, int overall, Instant answeredAt) {}

  /** Empty where the answer is older, or satisfied, or not there. */
  @SqlQuery(
      """
      select c.source, c.external_id, c.channel, a.overall, a.answered_at
      from invitation i join answer a on a.invitation_id = i.id
          join contact c on c.id = i.contact_id
      where i.token_hash = :tokenHash and a.overall <= :highest and a.answered_at > :after
      """)
  Optional<Dissatisfied> find(byte[] tokenHash, int highest, Instant after);
}
