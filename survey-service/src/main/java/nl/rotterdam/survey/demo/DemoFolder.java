// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one folder in which the demo keeps everything. A file in it says that it is the demo's; while
 * one demo runs, another keeps off.
 */
public final class DemoFolder implements AutoCloseable {
  private static final String MARKER = "DEMO.txt";
  private static final String NOTICE =
      """
      This folder belongs to the command demo of Peilschaal.
      Everything in it is made up, and is deleted and made anew each time the command runs.
      """;

  private final FileChannel marker;

  private DemoFolder(FileChannel marker) {
    this.marker = marker;
  }

  /** The folder cannot be the demo's; the message says why. */
  public static final class TakenException extends Exception {
    private static final long serialVersionUID = 1L;

    private TakenException(String message) {
      super(message);
    }
  }

  /**
   * Takes the folder and empties it.
   *
   * @throws TakenException where it holds anything that is not the demo's, or a demo is using it
   */
  public static DemoFolder take(Path folder) throws IOException, TakenException {
    Path file = folder.resolve(MARKER);
    if (!Files.isRegularFile(file)) {
      if (Files.exists(folder) && !(Files.isDirectory(folder) && list(folder).isEmpty())) {
        throw new TakenException(
            "%s is not the demo's (it lacks %s), so it is left as it is; move it out of the way."
                .formatted(folder, MARKER));
      }
      Files.createDirectories(folder);
      Files.writeString(file, NOTICE);
    }
    DemoFolder taken = new DemoFolder(lock(folder, file));
    for (Path entry : list(folder)) {
      if (!entry.equals(file)) {
        delete(entry);
      }
    }
    return taken;
  }

  /** Lets another demo have it. */
  @Override
  public void close() throws IOException {
    marker.close();
  }

  private static FileChannel lock(Path folder, Path file) throws IOException, TakenException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by this same process: no lock, as when another one holds it
      lock = null;
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw new TakenException("A demo is running in " + folder + "; end it first (Ctrl-C).");
    }
    return channel;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static void delete(Path entry) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(entry)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
