// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;

/**
 * What is remembered about an address.
 *
 * @param addressHash keyed hash of the normalised address
 * @param askedAt when it was last asked; null if never
 * @param optedOutAt when it asked not to be asked; null if never
 * @param bouncedAt when it turned out that there is nobody at it; null if never
 */
public record Recipient(
    byte[] addressHash, Instant askedAt, Instant optedOutAt, Instant bouncedAt) {}
