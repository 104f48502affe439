// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How residents' pages look: the neutral design tokens, and after them the municipality's own
 * theme, logo and fonts where it has them. Files are read once, so that none but those is served.
 */
public final class Theme {
  private static final Logger LOG = LoggerFactory.getLogger(Theme.class);

  /** Where the files are served. */
  static final String PATH = "/theme/";

  private static final String STYLESHEET = "theme.css";
  private static final String DARK_STYLESHEET = "theme-dark.css";
  private static final List<String> IMAGES = List.of("svg", "png", "webp");
  private static final long LARGEST = 1024 * 1024;

  /** What the pages themselves leave of the 60 kB of a first load, in bytes. */
  private static final long ROOM = 45_000;

  /** Of what kind a file is, by the end of its name; there are no others. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webp", "image/webp",
          "woff2", "font/woff2",
          "woff", "font/woff");

  private static final Map<String, String> BUILT = new ConcurrentHashMap<>();

  private static final Stylesheet COMPONENTS = new Stylesheet(built("utrecht.css"), false);
  private static final Stylesheet NEUTRAL_TOKENS = new Stylesheet(built("survey.css"), false);

  private final Map<String, File> files;

  private Theme(Map<String, File> files) {
    this.files = Map.copyOf(files);
  }

  /**
   * Where a stylesheet or script in the jar is found: at an address that changes with it, since
   * browsers keep what they have.
   */
  public String asset(String name) {
    return built(name);
  }

  private static String built(String name) {
    return BUILT.computeIfAbsent(
        name,
        asset -> {
          URL file = Resources.getResource("templates/assets/" + asset);
          try {
            String tag = Resources.asByteSource(file).hash(Hashing.sha256()).toString();
            return versioned("/assets/" + asset, tag);
          } catch (IOException e) {
            throw new UncheckedIOException(asset + " cannot be read", e);
          }
        });
  }

  private static String versioned(String path, String tag) {
    return path + "?v=" + tag.substring(0, 8);
  }

  private Stylesheet own(String name, boolean dark) {
    return new Stylesheet(address(name), dark);
  }

  private String address(String name) {
    return versioned(PATH + name, files.get(name).tag());
  }

  /**
   * A file that is served.
   *
   * @param tag changes when the content does
   */
  @SuppressWarnings("ArrayRecordComponent")
  record File(String mediaType, byte[] content, String tag) {}

  /**
   * A stylesheet of the pages.
   *
   * @param dark whether it is for dark screens only
   */
  public record Stylesheet(String path, boolean dark) {}

  /** The neutral look alone. */
  public static Theme neutral() {
    return new Theme(Map.of());
  }

  /**
   * The theme in this folder.
   *
   * @throws IllegalArgumentException where it is none, in words that follow the setting's name
   */
  public static Theme read(Path folder) {
    Map<String, File> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(Theme::isServed).toList()) {
        files.put(file.getFileName().toString(), read(folder, file));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("names " + folder + ", which cannot be read", e);
    }
    if (!files.containsKey(STYLESHEET)) {
      throw new IllegalArgumentException("names " + folder + ", in which there is no theme.css");
    }
    long size = files.values().stream().mapToLong(file -> file.content().length).sum();
    if (size > ROOM) {
      LOG.warn(
          "The theme in {} is {} kB; above {} kB a first load of a page may weigh over 60 kB",
          folder,
          size / 1000,
          ROOM / 1000);
    }
    return new Theme(files);
  }

  private static boolean isServed(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && MEDIA_TYPES.containsKey(kind(name))
        && Files.isRegularFile(file);
  }

  private static File read(Path folder, Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IllegalArgumentException(
          "names " + folder + ", in which " + file.getFileName() + " is larger than 1 MB");
    }
    byte[] content = Files.readAllBytes(file);
    return new File(
        MEDIA_TYPES.get(kind(file.getFileName().toString())),
        content,
        Hashing.sha256().hashBytes(content).toString());
  }

  private static String kind(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** What is served under this name. */
  Optional<File> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** Whether the pages follow a dark screen: a theme needs dark colours of its own for that. */
  public boolean dark() {
    return files.isEmpty() || files.containsKey(DARK_STYLESHEET);
  }

  /** The stylesheets in their order: components, neutral tokens, and the theme over them. */
  public List<Stylesheet> stylesheets() {
    List<Stylesheet> sheets = new ArrayList<>();
    sheets.add(COMPONENTS);
    sheets.add(NEUTRAL_TOKENS);
    if (files.containsKey(STYLESHEET)) {
      sheets.add(own(STYLESHEET, false));
    }
    if (files.containsKey(DARK_STYLESHEET)) {
      sheets.add(own(DARK_STYLESHEET, true));
    }
    return sheets;
  }

  /** The logo at the top, in the place of the municipality's name. */
  public Optional<String> logo() {
    return image("logo");
  }

  /** The logo on a dark screen. */
  public Optional<String> darkLogo() {
    return image("logo-dark");
  }

  /** The icon in the browser's tab. */
  public String icon() {
    return image("icon").orElse("/assets/icon.svg");
  }

  private Optional<String> image(String name) {
    return IMAGES.stream()
        .map(kind -> name + "." + kind)
        .filter(files::containsKey)
        .map(this::address)
        .findFirst();
  }
}
