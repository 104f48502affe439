// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Pages for residents: in a language they read, kept by nobody, following nobody, and never inside
 * somebody else's page.
 */
public final class Pages {
  /** Whose texts these are. */
  public static final String AUDIENCE = "residents";

  private static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final Templates templates;
  private final List<String> languages;
  private final String root;
  private final Theme theme;
  private final String accessibilityStatement;

  /**
   * @param languages codes of the languages on offer; the first is the default
   * @param publicUrl the address that residents reach; its path comes before that of every link
   * @param accessibilityStatement where the municipality's statement is; empty: no link to it
   */
  public Pages(
      Templates templates,
      List<String> languages,
      URI publicUrl,
      Theme theme,
      String accessibilityStatement) {
    this.templates = templates;
    this.languages = List.copyOf(languages);
    this.root = publicUrl.getPath();
    this.theme = theme;
    this.accessibilityStatement = accessibilityStatement;
  }

  /** Pages in the neutral look, of no municipality in particular. */
  public Pages(Templates templates, List<String> languages, URI publicUrl) {
    this(templates, languages, publicUrl, Theme.neutral(), "");
  }

  /** The texts in the first of these languages that is on offer. */
  public Texts texts(Optional<String> chosen, Optional<String> contact) {
    String language =
        chosen
            .filter(languages::contains)
            .or(() -> contact.filter(languages::contains))
            .orElse(languages.get(0));
    return inLanguage(language);
  }

  /**
   * The texts for a visitor of whom nothing is known: in the language they chose, or else in the
   * one that their browser asks for.
   *
   * @param chosen the parameter lang; null where there is none
   */
  public Texts texts(String chosen, HttpHeaders headers) {
    return texts(
        Optional.ofNullable(chosen),
        Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
            .flatMap(this::firstOnOffer));
  }

  private Optional<String> firstOnOffer(String acceptLanguage) {
    try {
      return Optional.ofNullable(
          Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), languages));
    } catch (IllegalArgumentException e) {
      // a header that cannot be read asks for nothing
      return Optional.empty();
    }
  }

  /** The texts in every language on offer. */
  public List<Texts> all() {
    return languages.stream().map(this::inLanguage).toList();
  }

  private Texts inLanguage(String language) {
    return templates
        .texts(AUDIENCE, language)
        .orElseThrow(() -> new IllegalStateException("No texts for residents in " + language));
  }

  /** A page, rendered. */
  public Response page(int status, String layout, Texts texts, Map<String, ?> model) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", CONTENT_SECURITY)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("X-Robots-Tag", "noindex, nofollow")
        .entity(render(layout, texts, model))
        .build();
  }

  /** A page that only says something. */
  public Response message(int status, String message, Texts texts) {
    return page(status, "page/message.ftlh", texts, Map.of("message", message));
  }

  /** Leads on to another page, so that loading it again sends nothing. */
  public Response seeOther(String path, Texts texts) {
    return Response.seeOther(URI.create(path(path, texts))).build();
  }

  /** The address of a page in this language, as it stands in a link. */
  public String path(String path, Texts texts) {
    return root + path + "?lang=" + texts.language();
  }

  /** The same in the first language. */
  public String path(String path) {
    return root + path;
  }

  private String render(String layout, Texts texts, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("t", texts);
    all.put("languages", all());
    all.put("root", root);
    all.put("theme", theme);
    all.put("accessibility", accessibilityStatement);
    return templates.render(layout, all);
  }
}
