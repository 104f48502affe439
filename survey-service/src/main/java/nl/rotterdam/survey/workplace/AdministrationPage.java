// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.text.Texts;

/** The pages of the administration. */
enum AdministrationPage {
  SOURCES(""),
  SENDING("/sending"),
  CONTACT("/contact"),
  OPT_OUTS("/opt-outs"),
  SETTINGS("/settings"),
  AUDIT("/audit");

  private final String path;

  AdministrationPage(String path) {
    this.path = Section.ADMINISTRATION.path() + path;
  }

  String path() {
    return path;
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What all of them are shown with. */
  record Frame(WorkplacePages pages, ZoneId zone) {

    /** This page, with what it shows. */
    Response page(
        int status,
        AdministrationPage page,
        String template,
        Employee employee,
        Map<String, ?> shown) {
      Texts texts = pages.texts(employee.language());
      Map<String, Object> model = new HashMap<>(shown);
      model.put("menu", menu(texts));
      model.put("here", page.path());
      model.put("heading", texts.text("admin." + page.code() + ".title"));
      model.put("moments", new Moments(zone, texts.locale()));
      return pages.page(status, Section.ADMINISTRATION, template, employee, model);
    }

    private static Map<String, String> menu(Texts texts) {
      Map<String, String> names = new LinkedHashMap<>();
      for (AdministrationPage page : values()) {
        names.put(page.path(), texts.text("admin." + page.code()));
      }
      return names;
    }
  }
}
