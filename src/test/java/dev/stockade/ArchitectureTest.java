package dev.stockade;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.stockade.policy.ActivePolicy;
import java.io.PrintStream;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** The arrows between packages. A package that does not exist yet breaks no rule. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.stockade");

  @Test
  void policyKnowsOnlyPlainJava() {
    classes()
        .that()
        .resideInAPackage("dev.stockade.policy..")
        .and()
        .resideOutsideOfPackage("dev.stockade.policy.file")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.stockade.base",
            "dev.stockade.policy..",
            "java.lang",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.regex",
            "java.io",
            "java.net",
            "java.nio.charset",
            "java.security",
            "java.time")
        .check(MAIN);
  }

  @Test
  void thePolicyFileKnowsOnlyPolicyAndYaml() {
    classes()
        .that()
        .resideInAPackage("dev.stockade.policy.file")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.stockade.base", "dev.stockade.policy..", "org.snakeyaml.engine..", "java..")
        .check(MAIN);
  }

  @Test
  void onlyThePolicyFileAndTheCasesOfPolicyTestAreYaml() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.stockade.policy.file", "dev.stockade.cli.policy")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml.engine..")
        .check(MAIN);
  }

  @Test
  void onlyEngineAndCommandsReadPolicyFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.stockade.policy.file", "dev.stockade.engine..", "dev.stockade.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.stockade.policy.file")
        .check(MAIN);
  }

  @Test
  void awsKnowsOnlyPolicyAndPlainJava() {
    classes()
        .that()
        .resideInAPackage("dev.stockade.aws..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.stockade.base", "dev.stockade.aws..", "dev.stockade.policy..", "java..")
        .check(MAIN);
  }

  /** These are packed as one with the commands, where an engine of another shim finds nothing. */
  @Test
  void onlyCommandsUseTheLibrariesOfCommands() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.stockade.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.gson..", "net.bytebuddy.agent..", "picocli..")
        .check(MAIN);
  }

  @Test
  void theGateKnowsOnlyTypesThatEveryClassLoaderSees() {
    classes()
        .that()
        .resideInAPackage("dev.stockade.gate..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.stockade.gate", "java.lang", "java.util.function")
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void theJournalDoesNotKnowHowFactsWereObtained() {
    noClasses()
        .that()
        .resideInAPackage("dev.stockade.journal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.stockade.engine..",
            "dev.stockade.weave..",
            "dev.stockade.enforce..",
            "dev.stockade.library..")
        .check(MAIN);
  }

  /** What is done with events is handed in, so that another use of them is only another sink. */
  @Test
  void theJournalKnowsNoSinkAndNoSinkAnother() {
    noClasses()
        .that()
        .resideInAPackage("dev.stockade.journal")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.stockade.journal.*")
        .check(MAIN);
    noClasses()
        .that()
        .resideInAPackage("dev.stockade.journal.record")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.stockade.journal.report")
        .check(MAIN);
    noClasses()
        .that()
        .resideInAPackage("dev.stockade.journal.report")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.stockade.journal.record")
        .check(MAIN);
  }

  @Test
  void onlyTheEngineKnowsEverybodySoNobodyKnowsTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.stockade.gate..",
            "dev.stockade.weave..",
            "dev.stockade.base..",
            "dev.stockade.enforce..",
            "dev.stockade.library..",
            "dev.stockade.aws..",
            "dev.stockade.policy..",
            "dev.stockade.journal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.stockade.engine..")
        .check(MAIN);
  }

  /** So that no decision is forgotten by a canary, or not counted. */
  @Test
  void everyDecisionGoesTheSameWay() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Decisions")
        .should()
        .callMethodWhere(target(nameMatching("offerChanges")))
        .orShould()
        .callMethodWhere(
            target(nameMatching("count")).and(target(owner(assignableTo(ActivePolicy.class)))))
        .check(MAIN);
  }

  /**
   * What many threads ask at once is read without a lock, or is in parts as a {@code WeakTable} is.
   */
  @Test
  void noLockForAllIsWhereRequestsAndHandshakesPass() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.stockade.enforce..",
            "dev.stockade.library..",
            "dev.stockade.aws..",
            "dev.stockade.policy..",
            "dev.stockade.journal")
        .should()
        .callMethodWhere(
            target(nameMatching("synchronized.*"))
                .and(target(owner(assignableTo(Collections.class)))))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Hashtable|Vector|concurrent\\..*Blocking.*|concurrent\\.locks\\.Reent.*)")
        .check(MAIN);
  }

  /** Where {@code Printable} stands before; a child of the self-test prints for its parent. */
  @Test
  void onlyTheFrameOfTheCommandsPrints() {
    noClasses()
        .that()
        .resideInAPackage("dev.stockade.cli..")
        .and()
        .doNotHaveSimpleName("StockadeCommand")
        .and()
        .doNotHaveSimpleName("Commands")
        .and()
        .doNotHaveSimpleName("SelfTestProgram")
        .should()
        .callMethodWhere(
            target(owner(assignableTo(PrintStream.class)))
                .and(target(nameMatching("print.*|write|append|format"))))
        .check(MAIN);
  }
}
