// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the jar begins. Nearly all the time of the command {@code report} goes into loading classes
 * and compiling what then runs once. So a second Java runs it, which compiles plainly and takes the
 * classes from an archive beside the jar; the first run makes that archive. Java passes over one
 * that does not fit the jar. Who gives Java options of their own gets those, and no second Java.
 */
public final class Launcher {
  private static final List<String> FOR_SHORT_WORK =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable");

  private Launcher() {}

  /** Runs one command. */
  public static void main(String[] arguments) throws Exception {
    Optional<Path> jar = jar(arguments);
    if (jar.isPresent()) {
      System.exit(runAgain(jar.get(), arguments));
    }
    SurveyApplication.main(arguments);
  }

  /** The jar to start a second Java with; empty where there shall be none. */
  private static Optional<Path> jar(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals(ReportCommand.NAME)) {
      return Optional.empty();
    }
    return ProcessHandle.current()
        .info()
        .arguments()
        .filter(given -> given.length == arguments.length + 2 && given[0].equals("-jar"))
        .map(given -> Path.of(given[1]).toAbsolutePath());
  }

  private static int runAgain(Path jar, String[] arguments)
      throws IOException, InterruptedException {
    // Java takes it for the jar at this place alone
    String place = Integer.toHexString(jar.toString().hashCode());
    Path archive = jar.resolveSibling("report-" + Runtime.version() + "-" + place + ".jsa");
    if (isNewer(archive, jar)) {
      return run(jar, Stream.of("-XX:SharedArchiveFile=" + archive), arguments);
    }
    if (!Files.isWritable(jar.getParent())) {
      return run(jar, Stream.empty(), arguments);
    }
    System.err.println("The first report takes longer: what it loads is kept beside the jar.");
    Path made = jar.resolveSibling(".report-" + ProcessHandle.current().pid() + ".jsa");
    try {
      int status = run(jar, Stream.of("-XX:ArchiveClassesAtExit=" + made), arguments);
      if (status == 0 && Files.exists(made)) {
        Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
      }
      return status;
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static boolean isNewer(Path archive, Path jar) throws IOException {
    return Files.exists(archive)
        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
  }

  private static int run(Path jar, Stream<String> options, String[] arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                options,
                FOR_SHORT_WORK.stream(),
                Stream.of("-cp", jar.toString(), SurveyApplication.class.getName()),
                Stream.of(arguments))
            .flatMap(part -> part)
            .toList();
    Process second = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(second::destroy));
    return second.waitFor();
  }
}
