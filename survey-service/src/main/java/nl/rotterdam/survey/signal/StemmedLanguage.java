// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** A language of which the words are known whatever their endings, accents and capitals. */
enum StemmedLanguage {
  NL(
      DutchAnalyzer.getDefaultStopSet(),
      Set.of("niet", "niets", "geen", "nog", "iets", "hoe", "wanneer", "meer"),
      DutchStemmer::new),
  EN(EnglishAnalyzer.getDefaultStopSet(), Set.of("no", "not"), EnglishStemmer::new);

  private final Analyzer analyzer;

  /**
   * @param stopWords what says nothing
   * @param telling what does, of those: "no answer" is not "answer"
   */
  StemmedLanguage(CharArraySet stopWords, Set<String> telling, Supplier<SnowballStemmer> stemmer) {
    CharArraySet saysNothing = new CharArraySet(stopWords.size(), true);
    for (Object word : stopWords) {
      String written = new String((char[]) word);
      if (!telling.contains(written)) {
        saysNothing.add(written);
      }
    }
    this.analyzer = new StemmingAnalyzer(saysNothing, stemmer);
  }

  /** As settings write it. */
  static StemmedLanguage of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** In which field of the index its stems are. */
  String field() {
    return "text_" + name().toLowerCase(Locale.ROOT);
  }

  Analyzer analyzer() {
    return analyzer;
  }

  /** A stem, and the how-manieth word it is. */
  record Stem(String text, int place) {}

  /** The stems of a text, without the words that say nothing. */
  List<Stem> stems(String text) {
    List<Stem> stems = new ArrayList<>();
    try (TokenStream words = analyzer.tokenStream(field(), text)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
      words.reset();
      int place = 0;
      while (words.incrementToken()) {
        place += step.getPositionIncrement();
        stems.add(new Stem(word.toString(), place));
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }

  private static final class StemmingAnalyzer extends Analyzer {
    private final CharArraySet stopWords;
    private final Supplier<SnowballStemmer> stemmer;

    StemmingAnalyzer(CharArraySet stopWords, Supplier<SnowballStemmer> stemmer) {
      this.stopWords = stopWords;
      this.stemmer = stemmer;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream telling = new StopFilter(new LowerCaseFilter(words), stopWords);
      return new TokenStreamComponents(
          words, new SnowballFilter(new ASCIIFoldingFilter(telling), stemmer.get()));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ASCIIFoldingFilter(new LowerCaseFilter(in));
    }
  }
}
