// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import java.io.IOException;
import java.io.OutputStream;

/** How one kind of download is made. */
public interface Contents {
  /** What the file is called; it may depend on what is published now. */
  String fileName(Order order);

  /** In how many steps it is made; at least one. */
  int steps(Order order);

  /**
   * Makes it.
   *
   * @param out is left open
   * @param step to be told after each step; what it throws ends the work
   */
  void write(Order order, OutputStream out, Runnable step) throws IOException;
}
