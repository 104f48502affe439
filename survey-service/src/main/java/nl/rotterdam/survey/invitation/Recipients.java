// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.util.Collection;

/** Whom decisions are about, by a keyed hash of the address. */
interface Recipients {

  /** What is remembered about the address, while nobody else can decide about it. */
  Recipient claim(byte[] addressHash);

  /** Remembers that the address was asked; an earlier time changes nothing. */
  void asked(Collection<byte[]> addressHash, Instant askedAt);
}
