// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.audit;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.rotterdam.survey.audit.SettingDao.Seen;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes at each start by which settings, and which have changed since the one before: by their
 * names, never by what they are.
 */
public final class SettingsWatch {
  private static final int HASH_SHOWN = 16;

  private final Jdbi jdbi;
  private final SettingDao settings;
  private final AuditLog audit;
  private final Hash hash;

  /** A keyed hash: most settings could be guessed from one without a key. */
  @FunctionalInterface
  public interface Hash {
    byte[] of(String text);
  }

  public SettingsWatch(Jdbi jdbi, AuditLog audit, Hash hash) {
    this.jdbi = jdbi;
    this.settings = Database.dao(jdbi, SettingDao.class);
    this.audit = audit;
    this.hash = hash;
  }

  /**
   * The service starts.
   *
   * @param valueByName all settings
   */
  public void started(SortedMap<String, String> valueByName) {
    jdbi.useTransaction(handle -> note(valueByName));
  }

  private void note(SortedMap<String, String> valueByName) {
    Map<String, byte[]> before =
        settings.list().stream().collect(toMap(Seen::name, Seen::contentHash));
    SortedMap<String, byte[]> now = new TreeMap<>();
    valueByName.forEach((name, value) -> now.put(name, hash.of(value)));
    audit.note(AuditLog.SERVICE, "start", shown(hash.of(valueByName.toString())), "");
    TreeSet<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(name -> Arrays.equals(before.get(name), now.get(name)));
    if (changed.isEmpty()) {
      return;
    }
    if (!before.isEmpty()) {
      audit.note(AuditLog.SERVICE, "settings_changed", String.join(", ", changed), "");
    }
    settings.clear();
    settings.addAll(now.keySet(), now.values());
  }

  private static String shown(byte[] hash) {
    return Base64.getUrlEncoder().encodeToString(hash).substring(0, HASH_SHOWN);
  }
}
