// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import nl.rotterdam.survey.intake.BadFileException;
import nl.rotterdam.survey.intake.CsvMapping;
import nl.rotterdam.survey.intake.FileImport;
import nl.rotterdam.survey.intake.Histories;
import nl.rotterdam.survey.intake.History;
import nl.rotterdam.survey.key.SourceSettings;

/** {@code import}: contacts, answers, call-back notes and other systems' counts of the past. */
final class ImportCommand extends SurveyCommand {
  private static final int BAD_LINES = 2;

  /** Back to the beginning of the terminal's line, and nothing left of what stood there. */
  private static final String CLEAR_LINE = "\r\u001b[K";

  ImportCommand() {
    super(
        "import", "Reads contacts, answers, call-back notes and counts of the past from CSV files");
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--contacts").metavar("FILE").help("columns of contacts.csv");
    parser.addArgument("--answers").metavar("FILE").help("columns of answers.csv");
    parser.addArgument("--callbacks").metavar("FILE").help("columns of callbacks.csv");
    parser
        .addArgument("--mapping")
        .metavar("NAME")
        .help("how the files are to be read, as imports in config.yml says; else as our own");
    parser
        .addArgument("--source")
        .setDefault(SourceSettings.DEFAULT)
        .help("the source system whose they are (default: default)");
    parser.addArgument("--counts").metavar("FILE").help("columns figure,location,period,value");
  }

  @Override
  void run(Components components, SurveyConfiguration config, Namespace arguments)
      throws IOException {
    long bad = 0;
    int files = 0;
    CsvMapping mapping = mapping(config.imports(), arguments.getString("mapping"));
    if (!arguments.getString("source").matches(SourceSettings.NAME)) {
      throw new UsageException("--source: " + SourceSettings.NAME_ONLY + ".");
    }
    Histories histories = components.histories();
    Map<String, Function<String, History<?>>> kinds = new LinkedHashMap<>();
    kinds.put("contacts", histories::contacts);
    kinds.put("answers", histories::answers);
    kinds.put("callbacks", histories::callbacks);
    kinds.put("counts", histories::counts);
    for (var kind : kinds.entrySet()) {
      String file = arguments.getString(kind.getKey());
      if (file != null) {
        files++;
        History<?> history = kind.getValue().apply(arguments.getString("source"));
        bad += read(kind.getKey(), Path.of(file), mapping, history);
      }
    }
    if (files == 0) {
      throw new UsageException(
          "Name at least one file: --contacts, --answers, --callbacks or --counts.");
    }
    if (bad > 0) {
      throw new UsageException(
          (bad == 1 ? "One line was" : bad + " lines were")
              + " left out and named above; the others are in.",
          BAD_LINES);
    }
  }

  private static CsvMapping mapping(Map<String, CsvMapping> mappings, String name) {
    if (name == null) {
      return CsvMapping.OWN;
    }
    if (!mappings.containsKey(name)) {
      throw new UsageException(
          mappings.isEmpty()
              ? "--mapping: config.yml holds none under imports."
              : "--mapping: must be one of "
                  + String.join(", ", mappings.keySet().stream().sorted().toList())
                  + ".");
    }
    return mappings.get(name);
  }

  private static long read(String kind, Path file, CsvMapping mapping, History<?> history)
      throws IOException {
    // a bar is for who looks at it; in a log it would hide the bad lines
    boolean watched = System.console() != null;
    try (ProgressBar bar = watched ? bar(kind, file) : null) {
      FileImport.Summary summary =
          new FileImport(
                  mapping,
                  complaint -> System.err.println((watched ? CLEAR_LINE : "") + complaint),
                  line -> {
                    if (bar != null) {
                      bar.stepTo(line);
                    }
                  })
              .run(file, history);
      System.out.printf(
          "%s: %d new, %d known, %d bad%n", kind, summary.stored(), summary.known(), summary.bad());
      return summary.bad();
    } catch (NoSuchFileException e) {
      throw new UsageException("--" + kind + ": there is no file " + file + ".", BAD_LINES);
    } catch (BadFileException e) {
      throw new UsageException(file.getFileName() + ":1: " + e.getMessage(), BAD_LINES);
    }
  }

  private static ProgressBar bar(String kind, Path file) throws IOException {
    return new ProgressBarBuilder()
        .setTaskName(kind)
        .setInitialMax(lines(file))
        .setUnit(" lines", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500)
        .build();
  }

  private static long lines(Path file) throws IOException {
    try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return lines.lines().count();
    }
  }
}
