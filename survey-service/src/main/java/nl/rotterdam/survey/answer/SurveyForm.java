// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.rotterdam.survey.text.Texts;

/**
 * The survey's form as a resident filled it in, right or wrong: every value that was given, by the
 * field's name.
 */
public record SurveyForm(Map<String, String> given) {
  /** The questions that are answered with a score, in their order on the page. */
  public static final List<String> QUESTIONS =
      List.of("overall", "friendliness", "clarity", "timeliness");

  private static final String REQUIRED = "overall";
  private static final String COMMENT = "comment";
  private static final Pattern SCORE = Pattern.compile("[0-9]|10");

  public SurveyForm {
    given = Map.copyOf(given);
  }

  /** The form with nothing chosen. */
  public static SurveyForm empty() {
    return new SurveyForm(Map.of());
  }

  /**
   * The form with the score that was clicked in the mail, if it is one; null where there is none.
   */
  static SurveyForm chosen(String overall) {
    return new SurveyForm(
        overall != null && SCORE.matcher(overall).matches() ? Map.of(REQUIRED, overall) : Map.of());
  }

  /**
   * The form as it was sent; null where the body was empty. A field that comes twice keeps both
   * values, so neither is lost.
   */
  public static SurveyForm sent(MultivaluedMap<String, String> form) {
    Map<String, String> given = new HashMap<>();
    if (form != null) {
      QUESTIONS.forEach(name -> put(given, name, form));
      put(given, COMMENT, form);
    }
    return new SurveyForm(given);
  }

  private static void put(
      Map<String, String> given, String name, MultivaluedMap<String, String> form) {
    String value = Answer.plain(String.join("\n", form.getOrDefault(name, List.of())));
    if (!value.isEmpty()) {
      given.put(name, value);
    }
  }

  /** What is wrong, by the field's name; empty where the form can be stored. */
  public Map<String, String> errors(Texts texts) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (String question : QUESTIONS) {
      String score = given.get(question);
      boolean missing = score == null && question.equals(REQUIRED);
      if (missing || (score != null && !SCORE.matcher(score).matches())) {
        errors.put(question, texts.text("error.score"));
      }
    }
    if (given.getOrDefault(COMMENT, "").length() > Answer.COMMENT_MAX) {
      errors.put(COMMENT, texts.text("error.comment", Map.of("max", Answer.COMMENT_MAX)));
    }
    return errors;
  }

  /** The scores of a form without errors. */
  public Scores scores() {
    return new Scores(
        score("overall"), score("friendliness"), score("clarity"), score("timeliness"));
  }

  private Integer score(String question) {
    return given.containsKey(question) ? Integer.valueOf(given.get(question)) : null;
  }

  /** The score that was clicked in the mail; empty where there is none. */
  Optional<String> overall() {
    return Optional.ofNullable(given.get(REQUIRED));
  }

  /** The open answer; null where there is none. */
  String comment() {
    return given.get(COMMENT);
  }

  /** Leaves the values out: they must not reach a log. */
  @Override
  public String toString() {
    return "SurveyForm[...]";
  }
}
