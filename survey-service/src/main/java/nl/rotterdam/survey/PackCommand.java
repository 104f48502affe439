// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import nl.rotterdam.survey.report.Pack;

/** {@code pack}: the figures of a month for who writes to the council. */
final class PackCommand extends SurveyCommand {
  private static final String BOTH = "both";

  PackCommand() {
    super("pack", "Writes the figures for the council: pictures, tables, data and a Word document");
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--month").required(true).help("the month, as 2025-05");
    parser
        .addArgument("--out")
        .metavar("DIR")
        .required(true)
        .help("the folder to write to, which must be new or empty");
    parser
        .addArgument("--language")
        .choices("nl", "en", BOTH)
        .setDefault(BOTH)
        .help("nl, en or both (the default)");
  }

  @Override
  void run(Components components, SurveyConfiguration config, Namespace arguments)
      throws IOException {
    YearMonth month = month(components, "--month", arguments.getString("month"));
    Path folder = Path.of(arguments.getString("out")).toAbsolutePath().normalize();
    requireEmpty(folder);
    String language = arguments.getString("language");
    List<String> languages = language.equals(BOTH) ? List.of("nl", "en") : List.of(language);
    Pack pack = components.pack().of(month, languages);
    write(pack.files(), folder);
    System.out.printf("%d files in %s%n", pack.files().size(), folder);
    if (pack.concept()) {
      System.out.println(month + " is not published: everything is marked as a concept.");
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--out: " + folder + " is a file; name a folder.");
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new UsageException("--out: " + folder + " is not empty; name a new folder.");
      }
    }
  }

  /** All or nothing: the folder gets its name when everything is in it. */
  private static void write(Map<String, byte[]> files, Path folder) throws IOException {
    Path parent = Files.createDirectories(folder.getParent());
    Path building = Files.createDirectory(parent.resolve(".pack-" + UUID.randomUUID()));
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = building.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      Files.move(building, folder, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(building);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
