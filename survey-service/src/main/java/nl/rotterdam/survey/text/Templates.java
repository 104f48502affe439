// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Everything a person reads. Layouts are FreeMarker; texts are one file a language and audience, as
 * {@code residents_nl.properties}. A municipality's own folder takes precedence, file by file.
 */
public final class Templates {
  private final TemplateLoader loader;
  private final Configuration layouts;
  private final Map<String, Optional<Texts>> texts = new ConcurrentHashMap<>();

  /** With the files in the jar, and before them those in the folder, where one is given. */
  public Templates(Optional<Path> ownFolder) {
    TemplateLoader built = new ClassTemplateLoader(Templates.class.getClassLoader(), "templates");
    this.loader = ownFolder.map(folder -> inFrontOf(built, folder)).orElse(built);
    this.layouts = new Configuration(Configuration.VERSION_2_3_34);
    layouts.setTemplateLoader(loader);
    layouts.setDefaultEncoding(StandardCharsets.UTF_8.name());
    layouts.setURLEscapingCharset(StandardCharsets.UTF_8.name());
    layouts.setLocale(Locale.ROOT);
    layouts.setLocalizedLookup(false);
    layouts.setRecognizeStandardFileExtensions(true);
    layouts.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    layouts.setLogTemplateExceptions(false);
  }

  private static TemplateLoader inFrontOf(TemplateLoader built, Path folder) {
    try {
      return new MultiTemplateLoader(
          new TemplateLoader[] {new FileTemplateLoader(folder.toFile()), built});
    } catch (IOException e) {
      throw new UncheckedIOException("templates: " + folder + " is no readable folder", e);
    }
  }

  /** The audience's texts in the language; empty where there is no such file. */
  public Optional<Texts> texts(String audience, String language) {
    return texts.computeIfAbsent(audience + "_" + language, name -> load(name, language));
  }

  /** The layout filled in; texts are HTML-escaped where its name ends in .ftlh. */
  public String render(String layout, Map<String, ?> model) {
    StringWriter written = new StringWriter();
    try {
      layouts.getTemplate(layout).process(model, written);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException("Template " + layout + " cannot be filled in", e);
    }
    return written.toString();
  }

  private Optional<Texts> load(String name, String language) {
    try {
      Object source = loader.findTemplateSource(name + ".properties");
      if (source == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      try (Reader reader = loader.getReader(source, StandardCharsets.UTF_8.name())) {
        properties.load(reader);
      }
      loader.closeTemplateSource(source);
      return Optional.of(
          new Texts(
              Locale.forLanguageTag(language),
              properties.stringPropertyNames().stream()
                  .collect(Collectors.toMap(key -> key, properties::getProperty))));
    } catch (IOException e) {
      throw new UncheckedIOException("Texts " + name + " cannot be read", e);
    }
  }
}
