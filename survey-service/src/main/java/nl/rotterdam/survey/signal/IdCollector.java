// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Hands on the ids of all that is found, some at a time, and keeps no more of them. */
final class IdCollector extends SimpleCollector {
  private final int batch;
  private final Consumer<List<UUID>> taker;
  private final List<UUID> some = new ArrayList<>();
  private StoredFields stored;

  IdCollector(int batch, Consumer<List<UUID>> taker) {
    this.batch = batch;
    this.taker = taker;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    stored = context.reader().storedFields();
  }

  @Override
  public void collect(int doc) throws IOException {
    some.add(SignalDocuments.id(stored.document(doc)));
    if (some.size() == batch) {
      handOn();
    }
  }

  /** Hands on what is left. */
  void handOn() {
    taker.accept(List.copyOf(some));
    some.clear();
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
