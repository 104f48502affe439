// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;

/** What employees asked for; each sees their own. */
public final class Downloads {
  /** How long a file is kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  private final DownloadDao downloads;
  private final Clock clock;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  public Downloads(Jdbi jdbi, Clock clock) {
    this.downloads = Database.dao(jdbi, DownloadDao.class);
    this.clock = clock;
  }

  /** Asks for it; what the same employee waits for already is not made twice. */
  public void ask(String employee, Order order) {
    boolean waiting =
        list(employee).stream().anyMatch(own -> own.endedAt() == null && own.order().equals(order));
    if (!waiting) {
      downloads.insert(
          ids.generate(),
          employee,
          order.kind(),
          order.first(),
          order.last(),
          order.language(),
          clock.instant());
    }
  }

  /** Those of an employee, the last one asked for first. */
  public List<Download> list(String employee) {
    return downloads.list(employee);
  }

  /** One that is ready for the employee who asked for it. */
  public Optional<Download> findReady(UUID id, String employee) {
    return downloads.find(id, employee).filter(own -> own.state() == Download.State.READY);
  }

  /** Writes the file of one that is ready, a part at a time. */
  public void write(UUID id, OutputStream out) throws IOException {
    int number = 0;
    for (Optional<byte[]> part = downloads.part(id, number);
        part.isPresent();
        part = downloads.part(id, number)) {
      out.write(part.get());
      number++;
    }
  }
}
