// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;

/** Pages for employees, with the same headers as the residents' pages: nobody keeps them. */
public record WorkplacePages(Pages pages, Templates templates) {
  /** Whose texts these are. */
  public static final String AUDIENCE = "workplace";

  /** The languages in which employees are spoken to; the first where nobody chose. */
  public static final List<String> LANGUAGES = List.of("nl", "en");

  /** All that pages say in a language. */
  public Texts texts(String language) {
    return templates
        .texts(AUDIENCE, LANGUAGES.contains(language) ? language : LANGUAGES.get(0))
        .orElseThrow(() -> new IllegalStateException("No texts of " + AUDIENCE));
  }

  /** The names of the languages, each as it is called in itself, by their codes. */
  Map<String, String> languages() {
    Map<String, String> names = new LinkedHashMap<>();
    LANGUAGES.forEach(code -> names.put(code, texts(code).text("language.name")));
    return names;
  }

  /**
   * A page for somebody who is signed in.
   *
   * @param template its name in templates/workplace, without .ftlh
   * @param model what it shows, beside what every page has: t (the texts), employee, csrf, section,
   *     sections and root
   */
  public Response page(Section section, String template, Employee employee, Map<String, ?> model) {
    return page(200, section, template, employee, model);
  }

  /** The same with another status. */
  public Response page(
      int status, Section section, String template, Employee employee, Map<String, ?> model) {
    Texts texts = texts(employee.language());
    Map<String, Object> all = new HashMap<>(model);
    all.put("employee", employee);
    all.put("csrf", employee.csrf());
    all.put("section", section);
    all.put("sections", Section.of(employee));
    all.put(
        "others",
        LANGUAGES.stream()
            .filter(code -> !code.equals(texts.language()))
            .map(this::texts)
            .toList());
    return pages.page(status, "workplace/" + template + ".ftlh", texts, all);
  }
}
