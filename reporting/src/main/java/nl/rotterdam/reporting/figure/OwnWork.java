// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

/**
 * What is counted of the municipality's own work in contacts.
 *
 * @param resolved contacts of which it is known that they were resolved the first time
 * @param unresolved contacts of which it is known that they were not
 * @param successful conversations that lasted longer than 60 seconds
 */
public record OwnWork(long resolved, long unresolved, long successful) {

  /** Nothing was counted. */
  public static final OwnWork NONE = new OwnWork(0, 0, 0);

  public OwnWork {
    if (resolved < 0 || unresolved < 0 || successful < 0) {
      throw new IllegalArgumentException("Counts of own work must be 0 or more");
    }
  }

  /** What was counted in both. */
  public OwnWork plus(OwnWork other) {
    return new OwnWork(
        resolved + other.resolved, unresolved + other.unresolved, successful + other.successful);
  }

  /** First-time fix: resolved / (resolved + unresolved); a share without value where n = 0. */
  public Share firstTimeFix() {
    return new Share(resolved, resolved + unresolved);
  }
}
