// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.signal.SignalDao.Changes;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What signals are searched by: an index of this instance's own, made anew from the database at
 * each start and kept up by looking what changed. It finds ids and no texts; whether a text may be
 * shown the database says.
 */
public final class SignalIndex implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(SignalIndex.class);
  private static final double BUFFER_MB = 8;
  private static final int BATCH = 1000;

  /** When more changed it costs less to begin anew. */
  private static final int MANY = 20_000;

  /** So few are looked at again each time. */
  private static final int FEW = 1000;

  /**
   * A change may be stored so much later than its own time says, where many are one transaction.
   */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final SignalDao signals;
  private final Path folder;
  private final Duration poll;
  private final Clock clock;
  private ScheduledExecutorService polling;
  private Directory directory;
  private IndexWriter writer;
  private SearcherManager searchers;
  private Instant seen;
  private Changes known = new Changes(0, null);
  private volatile boolean ready;
  private volatile boolean stopping;

  public SignalIndex(Jdbi jdbi, Path folder, Duration poll, Clock clock) {
    this.signals = Database.dao(jdbi, SignalDao.class);
    this.folder = folder;
    this.poll = poll;
    this.clock = clock;
  }

  @Override
  public void start() throws IOException {
    directory = FSDirectory.open(folder);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(SignalDocuments.ANALYZER)
                .setOpenMode(OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MB));
    searchers = new SearcherManager(writer, new SearcherFactory());
    polling =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "signal-index");
              thread.setDaemon(true);
              return thread;
            });
    polling.scheduleWithFixedDelay(this::keepUp, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() throws Exception {
    stopping = true;
    // not interrupted: that would close its files in the middle
    polling.shutdown();
    polling.awaitTermination(10, TimeUnit.SECONDS);
    searchers.close();
    // it is made anew at the next start: nothing of it needs to stay
    writer.deleteAll();
    writer.close();
    directory.close();
  }

  /** Whether all that is in the database has been looked through. */
  public boolean isReady() {
    return ready;
  }

  /** What was found. */
  public record Found(long number, List<UUID> ids) {}

  /** So many of those that fit, the newest months first, after these. */
  public Found find(SignalQuery wanted, int from, int number) {
    Query query = SignalDocuments.query(wanted);
    return search(
        searcher -> {
          ScoreDoc[] best =
              searcher.search(query, from + number, SignalDocuments.NEWEST_MONTH_FIRST).scoreDocs;
          List<UUID> ids = new ArrayList<>();
          for (ScoreDoc doc :
              Arrays.asList(best).subList(Math.min(from, best.length), best.length)) {
            ids.add(SignalDocuments.id(searcher, doc.doc));
          }
          return new Found(searcher.count(query), ids);
        });
  }

  /** How many fit. */
  public long count(SignalQuery wanted) {
    return search(searcher -> (long) searcher.count(SignalDocuments.query(wanted)));
  }

  /** All that fit, in no order, some at a time. */
  public void forEach(SignalQuery wanted, Consumer<List<UUID>> taker) {
    search(
        searcher -> {
          IdCollector ids = new IdCollector(BATCH, taker);
          searcher.search(SignalDocuments.query(wanted), ids);
          ids.handOn();
          return null;
        });
  }

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private <T> T search(Search<T> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepUp() {
    try {
      Instant now = clock.instant();
      Instant since = (ready ? seen : now).minus(LATE);
      Changes changes = signals.countChanges(since);
      if (!ready || changes.number() > MANY && isNew(changes)) {
        rebuild();
      } else if (changes.number() <= FEW || changes.number() <= MANY && isNew(changes)) {
        for (Signal changed : signals.listChanged(since)) {
          update(changed);
        }
      }
      known = changes;
      searchers.maybeRefresh();
      seen = now;
      ready = true;
    } catch (IOException | RuntimeException e) {
      LOG.error("Signals cannot be looked through; it is tried again", e);
    }
  }

  private boolean isNew(Changes changes) {
    return changes.number() > known.number() || !Objects.equals(changes.latest(), known.latest());
  }

  private void rebuild() throws IOException {
    writer.deleteAll();
    List<Signal> some = signals.listById(Cursor.BEGIN.id(), BATCH);
    while (!some.isEmpty() && !stopping) {
      for (Signal signal : some) {
        writer.addDocument(SignalDocuments.of(signal));
      }
      some = signals.listById(some.get(some.size() - 1).id(), BATCH);
    }
  }

  private void update(Signal signal) throws IOException {
    Term id = SignalDocuments.term(signal.id());
    if (signal.isShown()) {
      writer.updateDocument(id, SignalDocuments.of(signal));
    } else {
      writer.deleteDocuments(id);
    }
  }
}
