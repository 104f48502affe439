// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/** How signals stand in the index, and how they are found in it. */
final class SignalDocuments {
  private static final String ID = "id";
  private static final String MONTH = "month";
  private static final String CHANNEL = "channel";
  private static final String THEME = "theme";
  private static final String SCORE = "score";
  private static final String ORDER = "order";
  private static final int MONTHS_A_YEAR = 12;

  static final Analyzer ANALYZER =
      new PerFieldAnalyzerWrapper(
          new KeywordAnalyzer(),
          Arrays.stream(StemmedLanguage.values())
              .collect(toMap(StemmedLanguage::field, StemmedLanguage::analyzer)));

  /** Within a month by the random id: in which order they came it does not tell. */
  static final Sort NEWEST_MONTH_FIRST =
      new Sort(
          new SortField(MONTH, SortField.Type.LONG, true),
          new SortField(ORDER, SortField.Type.LONG));

  private static final Map<String, Float> TEXTS =
      Arrays.stream(StemmedLanguage.values())
          .collect(toMap(StemmedLanguage::field, language -> 1f));

  private SignalDocuments() {}

  static Document of(Signal signal) {
    Document document = new Document();
    document.add(new StringField(ID, signal.id().toString(), Store.YES));
    document.add(new NumericDocValuesField(ORDER, signal.id().getLeastSignificantBits()));
    document.add(new NumericDocValuesField(MONTH, number(signal.month())));
    document.add(new IntPoint(MONTH + "_point", number(signal.month())));
    document.add(new StringField(CHANNEL, signal.channel(), Store.NO));
    if (signal.overall() != null) {
      document.add(new IntPoint(SCORE, signal.overall()));
    }
    List<String> themes = signal.themes().isEmpty() ? List.of(Themes.NONE) : signal.themes();
    themes.forEach(theme -> document.add(new StringField(THEME, theme, Store.NO)));
    TEXTS.keySet().forEach(field -> document.add(new TextField(field, signal.text(), Store.NO)));
    return document;
  }

  private static int number(YearMonth month) {
    return month.getYear() * MONTHS_A_YEAR + month.getMonthValue();
  }

  static Term term(UUID id) {
    return new Term(ID, id.toString());
  }

  static UUID id(IndexSearcher searcher, int doc) throws IOException {
    return id(searcher.storedFields().document(doc));
  }

  static UUID id(Document document) {
    return UUID.fromString(document.get(ID));
  }

  static Query query(SignalQuery wanted) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new MatchAllDocsQuery(), Occur.FILTER);
    if (!wanted.words().isBlank()) {
      query.add(words(wanted.words()), Occur.MUST);
    }
    if (wanted.from().isPresent() || wanted.to().isPresent()) {
      query.add(
          IntPoint.newRangeQuery(
              MONTH + "_point",
              wanted.from().map(SignalDocuments::number).orElse(Integer.MIN_VALUE),
              wanted.to().map(SignalDocuments::number).orElse(Integer.MAX_VALUE)),
          Occur.FILTER);
    }
    add(query, CHANNEL, wanted.channel());
    add(query, THEME, wanted.theme());
    wanted
        .group()
        .ifPresent(
            group ->
                query.add(
                    IntPoint.newRangeQuery(SCORE, group.lowest(), group.highest()), Occur.FILTER));
    return query.build();
  }

  private static void add(BooleanQuery.Builder query, String field, Optional<String> code) {
    code.ifPresent(wanted -> query.add(new TermQuery(new Term(field, wanted)), Occur.FILTER));
  }

  /** Whatever was typed means something: what is no query is words. */
  private static Query words(String typed) {
    SimpleQueryParser parser = new SimpleQueryParser(ANALYZER, TEXTS);
    parser.setDefaultOperator(Occur.MUST);
    return parser.parse(typed);
  }
}
