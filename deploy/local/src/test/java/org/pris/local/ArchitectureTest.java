package org.pris.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

/** The rules of docs/architecture.md that a compiler does not hold. */
@DisplayName("The architecture")
@AnalyzeClasses(
    packages = "org.pris",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NotTesting.class})
class ArchitectureTest {

  /** Test support of the platform comes as a jar that looks like any other. */
  static class NotTesting implements ImportOption {
    @Override
    public boolean includes(com.tngtech.archunit.core.importer.Location location) {
      return !location.contains("/testing/") && !location.contains("tests.jar");
    }
  }

  private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";
  private static final String AUDITED = "org.pris.platform.audit.Audited";
  private static final String ALLOWED = "org.springframework.security.access.prepost.PreAuthorize";

  @ArchTest
  static final ArchRule NO_SERVICE_KNOWS_ANOTHER =
      slices()
          .matching("org.pris.(intake|triage|remediation|timeline|notification|web|local)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule ROOMS_DEPEND_ONE_WAY =
      slices()
          .matching("org.pris.(*).(*)..")
          .should()
          .beFreeOfCycles()
          .because("a room that can be read without its neighbours can be changed without them");

  @ArchTest
  static final ArchRule THE_ROOT_OF_THE_PLATFORM_CARRIES_ITS_ROOMS =
      noClasses()
          .that()
          .resideInAPackage("org.pris.platform")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.pris.platform.*..");

  @ArchTest
  static final ArchRule ONLY_THE_PLATFORM_PUBLISHES_AND_ANSWERS_ERRORS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.pris.platform..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.kafka.core.KafkaTemplate")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.kafka.core.KafkaOperations")
          .orShould()
          .beAnnotatedWith("org.springframework.web.bind.annotation.RestControllerAdvice")
          .because("what is told goes through the outbox, and every error through Problems");

  @ArchTest
  static final ArchRule ONLY_PLATFORM_AND_DOOR_CONFIGURE_SECURITY =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.pris.platform..", "org.pris.web..")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("HttpSecurity");

  @ArchTest
  static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY =
      methods()
          .that(describe("answer a request", ArchitectureTest::answersRequests))
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.be(
                  describe("guarded by @PreAuthorize", ArchitectureTest::isGuarded)));

  @ArchTest
  static final ArchRule EVERY_REQUEST_ABOUT_A_CASE_LEAVES_A_RECORD =
      methods()
          .that(describe("name a case, or are an administrator's", ArchitectureTest::isToRecord))
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.be(
                  describe("@Audited", it -> isMarked(it, AUDITED))))
          .because("a lead sees who read a case, and nobody changes the system unseen");

  @ArchTest
  static final ArchRule NO_ENDPOINT_IS_OPEN_TO_OTHER_ORIGINS =
      noClasses().should().beAnnotatedWith("org.springframework.web.bind.annotation.CrossOrigin");

  @ArchTest
  static final ArchRule AGGREGATES_ARE_NEVER_SAVED =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.pris.intake..",
              "org.pris.triage..",
              "org.pris.remediation..",
              "org.pris.timeline..")
          .should(
              callMethodWhere(
                  describe(
                      "replaces a whole document",
                      (JavaMethodCall call) ->
                          Set.of("save", "replace", "findAndReplace", "replaceOne")
                                  .contains(call.getName())
                              && call.getTargetOwner()
                                  .getPackageName()
                                  .startsWith("org.springframework.data.mongodb"))))
          .because("fields of newer builds, pulled outbox entries and listeners' parts survive");

  @ArchTest
  static final ArchRule AGGREGATES_ARE_PURE =
      classes()
          .that(
              describe(
                  "are aggregates",
                  (JavaClass it) -> it.isAssignableTo("org.pris.platform.outbox.Aggregate")))
          .and()
          .areRecords()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "org.pris..",
                  "org.jspecify..",
                  "jakarta.validation..",
                  "com.fasterxml.jackson.annotation..",
                  "org.springframework.data.annotation..",
                  "org.springframework.data.mongodb.core.mapping.."));

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto|DTO|Entity|Mapper)$");

  @ArchTest
  static final ArchRule NOBODY_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.pris.local..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static boolean answersRequests(JavaMethod method) {
    return method.isMetaAnnotatedWith(MAPPING) || method.isAnnotatedWith(MAPPING);
  }

  private static boolean isGuarded(JavaMethod method) {
    return isMarked(method, ALLOWED);
  }

  private static boolean isMarked(JavaMethod method, String annotation) {
    return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
  }

  /** An {@code id} in the path leads to a case everywhere but in what administrators see to. */
  private static boolean isToRecord(JavaMethod method) {
    if (!answersRequests(method)) {
      return false;
    }
    var paths =
        Stream.concat(
            said(method.getOwner(), it -> true, "value", "path"),
            said(method, it -> true, "value", "path"));
    return paths.anyMatch(it -> it.contains("{id}")) || isAnAdministratorsChange(method);
  }

  private static boolean isAnAdministratorsChange(JavaMethod method) {
    return !method.isAnnotatedWith("org.springframework.web.bind.annotation.GetMapping")
        && Stream.concat(
                said(method.getOwner(), it -> it.equals(ALLOWED), "value"),
                said(method, it -> it.equals(ALLOWED), "value"))
            .anyMatch(it -> it.equals("hasRole('ADMIN')"));
  }

  /** The texts that annotations give. */
  private static Stream<String> said(
      HasAnnotations<?> where, Predicate<String> which, String... members) {
    return where.getAnnotations().stream()
        .filter(it -> which.test(it.getRawType().getName()))
        .flatMap(it -> Stream.of(members).flatMap(member -> it.get(member).stream()))
        .flatMap(it -> it instanceof Object[] several ? Stream.of(several) : Stream.of(it))
        .map(String::valueOf);
  }
}
