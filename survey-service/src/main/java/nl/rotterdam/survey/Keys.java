// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The secrets of an installation: from the environment or, on the embedded default, made once into
 * a file that only its owner can read.
 */
final class Keys {
  private static final int BYTES = 32;

  /** What there is to keep secret. */
  enum Name {
    /** What the default source system sends in X-Api-Key. */
    API_KEY,
    /** Addresses at rest. */
    ADDRESS_KEY,
    /** The hashes by which addresses are known again; the address key, where it is not set. */
    HASH_KEY,
    /** Links' tokens. */
    LINK_KEY
  }

  private static final Set<Name> NEEDED = EnumSet.complementOf(EnumSet.of(Name.HASH_KEY));

  private final Map<Name, String> values;

  private Keys(Map<Name, String> values) {
    this.values = values;
  }

  /**
   * The keys that are set; those that are not come from the file, which is made where it is needed.
   */
  static Keys withFile(Map<Name, String> set, Path file) {
    Map<Name, String> values = new EnumMap<>(Name.class);
    values.putAll(set);
    requireBytes(values);
    if (!values.keySet().containsAll(NEEDED)) {
      read(file)
          .or(() -> make(file))
          .orElseGet(() -> read(file).orElseThrow())
          .forEach(values::putIfAbsent);
    }
    return new Keys(values);
  }

  /** The keys that are set; one that is not is a wrong setting. */
  static Keys required(Map<Name, String> set) {
    for (Name name : NEEDED) {
      if (!set.containsKey(name)) {
        throw new SettingException(
            name + " is not set; it is required on any database but the embedded default.");
      }
    }
    requireBytes(set);
    return new Keys(set);
  }

  private static void requireBytes(Map<Name, String> keys) {
    for (Name name : List.of(Name.ADDRESS_KEY, Name.HASH_KEY, Name.LINK_KEY)) {
      if (keys.containsKey(name)) {
        bytes(name.name(), keys.get(name));
      }
    }
  }

  String apiKey() {
    return values.get(Name.API_KEY);
  }

  byte[] addressKey() {
    return bytes(Name.ADDRESS_KEY.name(), values.get(Name.ADDRESS_KEY));
  }

  byte[] hashKey() {
    Name name = values.containsKey(Name.HASH_KEY) ? Name.HASH_KEY : Name.ADDRESS_KEY;
    return bytes(name.name(), values.get(name));
  }

  byte[] linkKey() {
    return bytes(Name.LINK_KEY.name(), values.get(Name.LINK_KEY));
  }

  /** A key as it is set under this name. */
  static byte[] bytes(String name, String value) {
    String expected = name + " must be 32 random bytes in base64 (openssl rand -base64 32)";
    try {
      byte[] bytes = Base64.getDecoder().decode(value);
      if (bytes.length != BYTES) {
        throw new SettingException(expected + ", not " + bytes.length + " bytes.");
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new SettingException(expected + "; this is not base64.");
    }
  }

  private static Optional<Map<Name, String>> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The keys in " + file + " cannot be read", e);
    }
    Map<Name, String> keys = new EnumMap<>(Name.class);
    for (Name name : NEEDED) {
      String value = properties.getProperty(name.name());
      if (value == null) {
        throw new SettingException(file + " lacks " + name + "; restore the file, or set it.");
      }
      keys.put(name, value);
    }
    return Optional.of(keys);
  }

  /** Makes the file; empty where another process was first. */
  private static Optional<Map<Name, String>> make(Path file) {
    Map<Name, String> keys = new EnumMap<>(Name.class);
    SecureRandom random = new SecureRandom();
    for (Name name : NEEDED) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      keys.put(name, Base64.getEncoder().encodeToString(bytes));
    }
    // not by Properties, which writes the = at a key's end with a backslash: keys are copied from
    // here
    StringBuilder text =
        new StringBuilder("# Secrets of this installation: keep a copy, and keep it secret\n");
    keys.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    try {
      Files.createDirectories(file.getParent());
      Path made = Files.createTempFile(file.getParent(), "keys", ".new", ownerOnly());
      Files.writeString(made, text.toString(), StandardOpenOption.WRITE);
      try {
        Files.createLink(file, made);
      } finally {
        Files.delete(made);
      }
      return Optional.of(keys);
    } catch (FileAlreadyExistsException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The keys cannot be written to " + file, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
