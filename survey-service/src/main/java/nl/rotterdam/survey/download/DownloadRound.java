// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what employees wait for, one after the other. What a crash interrupted is made anew, and
 * given up where that happened too often.
 */
public final class DownloadRound {
  private static final int MOST_ATTEMPTS = 3;
  private static final Logger LOG = LoggerFactory.getLogger(DownloadRound.class);

  private final DownloadDao downloads;
  private final Map<Order.Kind, Contents> contents;
  private final Clock clock;

  /** The instance is stopping. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * @param contents how each kind is made
   */
  public DownloadRound(Jdbi jdbi, Map<Order.Kind, Contents> contents, Clock clock) {
    this.downloads = Database.dao(jdbi, DownloadDao.class);
    this.contents = Map.copyOf(contents);
    this.clock = clock;
  }

  /**
   * Makes all that is waited for.
   *
   * @param stopping whether to leave the rest for the next round
   */
  public void run(BooleanSupplier stopping) {
    downloads.forget(clock.instant().minus(Downloads.KEPT));
    Optional<Download> next = downloads.findNext();
    while (next.isPresent() && !stopping.getAsBoolean()) {
      make(next.get(), stopping);
      next = downloads.findNext();
    }
  }

  private void make(Download download, BooleanSupplier stopping) {
    downloads.clear(download.id());
    if (download.attempts() == MOST_ATTEMPTS) {
      LOG.error("Download {} is given up after {} attempts", download.id(), MOST_ATTEMPTS);
      downloads.failed(download.id(), clock.instant());
      return;
    }
    try {
      write(download, stopping);
    } catch (Stopped e) {
      downloads.giveBack(download.id());
    } catch (IOException | RuntimeException e) {
      LOG.error("Download {} cannot be made", download.id(), e);
      downloads.clear(download.id());
      downloads.failed(download.id(), clock.instant());
    }
  }

  private void write(Download download, BooleanSupplier stopping) throws IOException {
    Order order = download.order();
    Contents made = contents.get(order.kind());
    // before: what is published meanwhile must not lend its name to a concept
    String name = made.fileName(order);
    downloads.begin(download.id(), made.steps(order));
    PartsStream file = new PartsStream(downloads, download.id());
    made.write(
        order,
        file,
        () -> {
          downloads.step(download.id());
          if (stopping.getAsBoolean()) {
            throw new Stopped();
          }
        });
    file.close();
    downloads.made(download.id(), name, file.bytes(), clock.instant());
  }
}
