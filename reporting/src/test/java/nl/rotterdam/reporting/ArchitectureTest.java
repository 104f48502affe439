// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;

/** Values in, values or bytes out; every package knows only those before it. */
@AnalyzeClasses(packages = "nl.rotterdam.reporting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_KNOW_ONLY_THOSE_BEFORE_THEM =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("figure")
          .definedBy("nl.rotterdam.reporting.figure..")
          .layer("operation")
          .definedBy("nl.rotterdam.reporting.operation..")
          .layer("breakdown")
          .definedBy("nl.rotterdam.reporting.breakdown..")
          .layer("trend")
          .definedBy("nl.rotterdam.reporting.trend..")
          .layer("table")
          .definedBy("nl.rotterdam.reporting.table..")
          .layer("chart")
          .definedBy("nl.rotterdam.reporting.chart..")
          .layer("exhibit")
          .definedBy("nl.rotterdam.reporting.exhibit..")
          .layer("document")
          .definedBy("nl.rotterdam.reporting.document..")
          .layer("office")
          .definedBy("nl.rotterdam.reporting.office..")
          .whereLayer("operation")
          .mayOnlyBeAccessedByLayers("table", "chart", "exhibit", "document", "office")
          .whereLayer("breakdown")
          .mayOnlyBeAccessedByLayers("table", "chart", "exhibit", "document", "office")
          .whereLayer("trend")
          .mayOnlyBeAccessedByLayers("table", "chart", "exhibit", "document", "office")
          .whereLayer("table")
          .mayOnlyBeAccessedByLayers("chart", "exhibit", "document", "office")
          .whereLayer("chart")
          .mayOnlyBeAccessedByLayers("exhibit", "document", "office")
          .whereLayer("exhibit")
          .mayOnlyBeAccessedByLayers("document", "office")
          .whereLayer("document")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("office")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("nl.rotterdam.reporting.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_OPERATION_ASKS_FOR_HOLIDAYS =
      noClasses()
          .that()
          .resideOutsideOfPackage("nl.rotterdam.reporting.operation..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("de.focus_shift..");

  @ArchTest
  static final ArchRule ONLY_CHART_DRAWS =
      noClasses()
          .that()
          .resideOutsideOfPackage("nl.rotterdam.reporting.chart..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jfree..", "org.apache.batik..");

  @ArchTest
  static final ArchRule ONLY_DOCUMENT_WRITES_PDF =
      noClasses()
          .that()
          .resideOutsideOfPackage("nl.rotterdam.reporting.document..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.lowagie..");

  @ArchTest
  static final ArchRule ONLY_OFFICE_WRITES_OFFICE_FILES =
      noClasses()
          .that()
          .resideOutsideOfPackage("nl.rotterdam.reporting.office..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.poi..",
              "org.apache.xmlbeans..",
              "org.openxmlformats..",
              "org.apache.commons.csv..");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_WHAT_TIME_IT_IS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
          .orShould()
          .accessTargetWhere(
              target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callConstructor(Date.class);

  @ArchTest
  static final ArchRule NOBODY_KNOWS_DATABASES_SERVERS_OR_FILES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta..", "java.nio.file..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|File(In|Out)putStream|FileReader|FileWriter)");
}
