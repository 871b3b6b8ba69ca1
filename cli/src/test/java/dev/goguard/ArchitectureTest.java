package dev.goguard;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.goguard.analysis.InputException;
import dev.goguard.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the direction of dependencies that docs/adr/0001 states. */
final class ArchitectureTest {
  private static final String ANALYSIS = "dev.goguard.analysis..";
  private static final String SPOON_FRONT_END = "dev.goguard.analysis.frontend.spoon..";
  private static final String RULES = "dev.goguard.rules..";
  private static final String RUNTIME = "dev.goguard.runtime..";
  private static final String RACE = "dev.goguard.race..";
  private static final String CLI = "dev.goguard.cli..";
  private static final String MAVEN = "dev.goguard.maven..";

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.goguard");

  @ParameterizedTest
  @ValueSource(strings = {ANALYSIS, SPOON_FRONT_END, RULES, RUNTIME, RACE, CLI, MAVEN})
  void area_whenImported_hasClasses(String area) {
    assertThat(CLASSES.that(resideInAPackage(area)))
        .filteredOn(type -> !type.getSimpleName().equals("package-info"))
        .isNotEmpty();
  }

  @Test
  void spoon_outsideItsFrontEnd_isUnknown() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SPOON_FRONT_END)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("spoon..", "org.eclipse.jdt..")
        .check(CLASSES);
  }

  @Test
  void analysis_whenCompiled_knowsNothingBuiltOnIt() {
    noClasses()
        .that()
        .resideInAPackage(ANALYSIS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(RULES, CLI, MAVEN, RUNTIME)
        .check(CLASSES);
  }

  @Test
  void rules_whenCompiled_knowNoFrontEndAndNoDriver() {
    noClasses()
        .that()
        .resideInAPackage(RULES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.goguard.analysis.frontend..", CLI, MAVEN, RUNTIME)
        .check(CLASSES);
  }

  @Test
  void runtime_whenCompiled_knowsTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage(RUNTIME)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(RUNTIME, "java..", "jdk.jfr..")
        .check(CLASSES);
  }

  /** The bootstrap class loader has nothing but the JDK. */
  @Test
  void raceDetector_whenCompiled_knowsTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage(RACE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(RACE, "java..", "jdk.internal.misc..")
        .check(CLASSES);
  }

  @Test
  void raceRules_whenCompiled_knowNeitherProgramsNorReports() {
    noClasses()
        .that()
        .resideInAPackage("dev.goguard.race.detector..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.goguard.race.shadow..",
            "dev.goguard.race.bootstrap..",
            "dev.goguard.race.report..")
        .check(CLASSES);
  }

  @Test
  void rule_whenCompiled_doesNotKnowTheList() {
    noClasses()
        .that()
        .resideInAPackage("dev.goguard.rules.*..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Rules.class)
        .check(CLASSES);
  }

  /**
   * Two classes stand apart from their package: any package may throw {@link InputException}, which
   * depends on nothing, and {@link Rules} lists every rule, while no rule knows the list.
   */
  @Test
  void packages_whenSliced_formNoCycle() {
    slices()
        .matching("dev.goguard.(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(alwaysTrue(), type(InputException.class))
        .ignoreDependency(type(Rules.class), alwaysTrue())
        .check(CLASSES);
  }
}
