package io.chipwire.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** The dependency rules of the house that Maven's modules cannot hold. */
@AnalyzeClasses(packages = "io.chipwire", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] VENDORS = {
    "org.jsoup..",
    "edu.stanford..",
    "org.apache.lucene..",
    "org.netpreserve..",
    "com.rometools..",
    "org.jdom2..",
    "crawlercommons..",
    "io.javalin..",
    "gg.jte..",
    "org.jdbi..",
    "org.flywaydb..",
    "org.apache.hc..",
    "org.apache.kafka..",
    "io.prometheus..",
    "org.simplejavamail.."
  };

  /** What a filing consists of, only an HTML page of its archive tells; see that package. */
  @ArchTest
  static final ArchRule jsoupStaysInThePageReaderAndTheIndexOfFilings =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.chipwire.read..", "io.chipwire.web.filing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsoup..");

  @ArchTest
  static final ArchRule coreNlpStaysInTheLanguageRoom =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.chipwire.language..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edu.stanford..");

  @ArchTest
  static final ArchRule luceneStaysInItsConnector =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.chipwire.search..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule flinkStaysInTheJobsAndTheFlinkPackages =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.chipwire.job..", "io.chipwire..flink..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule archivesKnowNothingOfTheIndexOrThePipeline =
      noClasses()
          .that()
          .resideInAPackage("io.chipwire.archive..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.chipwire.search..",
              "io.chipwire.web..",
              "io.chipwire.job..",
              "io.chipwire.read..");

  @ArchTest
  static final ArchRule theWebKnowsNothingOfOtherConnectorsOrThePipeline =
      noClasses()
          .that()
          .resideInAPackage("io.chipwire.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.chipwire.search..",
              "io.chipwire.archive..",
              "io.chipwire.job..",
              "io.chipwire.read..");

  @ArchTest
  static final ArchRule feedsAndRobotsAreReadInTheWebConnector =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.chipwire.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.rometools..", "org.jdom2..", "crawlercommons..");

  @ArchTest
  static final ArchRule kafkaStaysInItsConnector =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.chipwire.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..");

  @ArchTest
  static final ArchRule kafkaKnowsNoOtherConnectorAndNoPipeline =
      noClasses()
          .that()
          .resideInAPackage("io.chipwire.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.chipwire.archive..",
              "io.chipwire.search..",
              "io.chipwire.match..",
              "io.chipwire.web..",
              "io.chipwire.store..",
              "io.chipwire.notify..",
              "io.chipwire.job..",
              "io.chipwire.read..");

  @ArchTest
  static final ArchRule theIndexKnowsNothingOfArchivesOrThePipeline =
      noClasses()
          .that()
          .resideInAnyPackage("io.chipwire.search..", "io.chipwire.match..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.chipwire.archive..",
              "io.chipwire.web..",
              "io.chipwire.job..",
              "io.chipwire.read..");

  @ArchTest
  static final ArchRule sqlStaysInTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.chipwire.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "org.sqlite..", "org.postgresql..");

  @ArchTest
  static final ArchRule theStoreKnowsNoOtherConnectorAndNoPipeline =
      noClasses()
          .that()
          .resideInAPackage("io.chipwire.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.chipwire.archive..",
              "io.chipwire.search..",
              "io.chipwire.match..",
              "io.chipwire.notify..",
              "io.chipwire.job..");

  @ArchTest
  static final ArchRule deliveryKnowsNoOtherConnectorAndNoPipeline =
      noClasses()
          .that()
          .resideInAPackage("io.chipwire.notify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.chipwire.archive..",
              "io.chipwire.search..",
              "io.chipwire.match..",
              "io.chipwire.store..",
              "io.chipwire.job..");

  @ArchTest
  static final ArchRule nobodyDependsOnTheApp =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.chipwire.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.chipwire.app..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.chipwire.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Chipwire.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule vendorTypesDoNotCrossPublicSignatures =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should(showOnlyOurOwnTypes());

  @ArchTest
  static final ArchRule everyPackageTellsWhatItIsFor =
      classes()
          .that()
          .resideInAPackage("io.chipwire..")
          .should(
              new ArchCondition<>("have a package-info") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  events.add(
                      new SimpleConditionEvent(
                          item,
                          item.getPackage().tryGetPackageInfo().isPresent(),
                          item.getPackageName() + " has no package-info"));
                }
              });

  private static ArchCondition<JavaCodeUnit> showOnlyOurOwnTypes() {
    DescribedPredicate<JavaClass> vendor = resideInAnyPackage(VENDORS);
    return new ArchCondition<>("show no vendor type") {
      @Override
      public void check(JavaCodeUnit shown, ConditionEvents events) {
        boolean ours =
            Stream.concat(Stream.of(shown.getReturnType()), shown.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .noneMatch(vendor);
        boolean synthetic = shown.getModifiers().contains(JavaModifier.SYNTHETIC);
        events.add(
            new SimpleConditionEvent(
                shown, ours || synthetic, shown.getFullName() + " shows a vendor type"));
      }
    };
  }
}
