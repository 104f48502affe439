// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.survey.text.Texts;

/** The pages with the figures of the monthly report. */
public enum FiguresPage {
  CHANNELS(ExhibitName.INDICATORS, ExhibitName.CHANNELS, ExhibitName.GRADES),
  OPERATION(
      ExhibitName.FIRST_TIME_FIX,
      ExhibitName.CALLBACKS,
      ExhibitName.CHATS,
      ExhibitName.VIDEO,
      ExhibitName.VISITS),
  FUNNEL(ExhibitName.RESPONSE),
  /** By location, product, neighbourhood and cluster. */
  GROUPS();

  private final List<ExhibitName> exhibits;

  FiguresPage(ExhibitName... exhibits) {
    this.exhibits = List.of(exhibits);
  }

  /** What it shows, in order. */
  List<ExhibitName> exhibits() {
    return exhibits;
  }

  /** Where it is. */
  public String path() {
    return "/workplace/" + code();
  }

  /** The name in texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all by where they are. */
  static Map<String, String> menu(Texts texts) {
    Map<String, String> menu = new LinkedHashMap<>();
    for (FiguresPage page : values()) {
      menu.put(page.path(), texts.text("figures." + page.code() + ".name"));
    }
    return menu;
  }
}
