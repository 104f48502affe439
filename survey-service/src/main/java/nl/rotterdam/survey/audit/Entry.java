// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.audit;

import java.time.Instant;

/**
 * Something that was done.
 *
 * @param who the subject of an employee, "command", "service", or "source " and the name of one;
 *     empty where nobody was let in
 * @param name as people call them; empty where it is not a person
 * @param action a code
 * @param subject what it was done to, without a resident's data or a secret
 * @param cameFrom the address it was done from; empty for a command
 */
public record Entry(
    long id,
    Instant notedAt,
    String who,
    String name,
    String action,
    String subject,
    String cameFrom) {}
