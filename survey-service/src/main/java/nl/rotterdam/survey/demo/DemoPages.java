// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.report.ReadersWords;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;

/** The demo's pages in Dutch or English, with the same headers as the residents' pages. */
record DemoPages(Pages pages, Templates templates) {

  /** Everything a page says, in the language that was chosen; else Dutch. */
  Texts texts(String chosen) {
    return required("demo", language(chosen));
  }

  /** The words of reports in that language: names of channels, numbers, the verdict. */
  ReadersWords words(Texts texts) {
    return new ReadersWords(required("report", texts.language()));
  }

  /** A page, rendered. */
  Response page(String name, Texts texts, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("languages", DemoBuild.LANGUAGES.stream().map(code -> required("demo", code)).toList());
    return pages.page(200, "demo/" + name + ".ftlh", texts, all);
  }

  private static String language(String chosen) {
    return Optional.ofNullable(chosen)
        .filter(DemoBuild.LANGUAGES::contains)
        .orElse(DemoBuild.LANGUAGES.get(0));
  }

  private Texts required(String audience, String language) {
    return templates
        .texts(audience, language)
        .orElseThrow(
            () -> new IllegalStateException("No texts of " + audience + " in " + language));
  }
}
