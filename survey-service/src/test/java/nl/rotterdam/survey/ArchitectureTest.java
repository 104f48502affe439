// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * Data flow one way: contact, invitation, webhook, answer, signal, dialogue, kiosk, intake,
 * figures, report, download.
 */
@AnalyzeClasses(
    packages = "nl.rotterdam.survey",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "nl.rotterdam.survey.";

  /** A feature knows those before it. */
  private static final List<String> FLOW =
      List.of(
          "contact",
          "invitation",
          "webhook",
          "answer",
          "signal",
          "dialogue",
          "kiosk",
          "privacy",
          "intake",
          "openklant",
          "figures",
          "report",
          "download",
          "api",
          "workplace",
          "demo");

  /** What features stand on, and which knows none of them. */
  private static final List<String> GROUND =
      List.of(
          "delivery",
          "mail",
          "sms",
          "notify",
          "problem",
          "text",
          "scrub",
          "database",
          "key",
          "signin",
          "audit");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("nl.rotterdam.survey.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule FEATURES_KNOW_ONLY_THOSE_BEFORE_THEM =
      FLOW.stream()
          .map(
              feature ->
                  (ArchRule)
                      noClasses()
                          .that()
                          .resideInAPackage(ROOT + feature + "..")
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(after(feature))
                          .allowEmptyShould(true))
          .reduce((one, other) -> CompositeArchRule.of(one).and(other))
          .orElseThrow();

  @ArchTest
  static final ArchRule THE_GROUND_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAnyPackage(packages(GROUND))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(FLOW));

  @ArchTest
  static final ArchRule ONLY_THE_ROOT_KNOWS_THE_ROOT =
      noClasses()
          .that()
          .resideInAnyPackage(packages(FLOW))
          .or()
          .resideInAnyPackage(packages(GROUND))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("nl.rotterdam.survey");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      Arrays.asList(
              Instant.class,
              LocalDate.class,
              LocalDateTime.class,
              OffsetDateTime.class,
              ZonedDateTime.class,
              YearMonth.class)
          .stream()
          .map(type -> (ArchRule) noClasses().should().callMethod(type, "now"))
          .reduce((one, other) -> CompositeArchRule.of(one).and(other))
          .map(
              rule ->
                  CompositeArchRule.of(rule)
                      .and(
                          noClasses()
                              .that()
                              .resideOutsideOfPackage("nl.rotterdam.survey")
                              .should()
                              .callMethod(Clock.class, "systemUTC"))
                      .and(noClasses().should().callMethod(System.class, "currentTimeMillis")))
          .orElseThrow();

  @ArchTest
  static final ArchRule FORMULAS_LIVE_IN_REPORTING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons.math3..", "org.apache.commons.statistics..");

  private static String[] after(String feature) {
    return packages(FLOW.subList(FLOW.indexOf(feature) + 1, FLOW.size()));
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  }
}
