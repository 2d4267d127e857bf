package org.pris.timeline;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.pris.timeline.entry.Entry;
import org.springframework.data.mongodb.core.MongoOperations;

/** The service itself cannot change or remove what it has chained. */
@AnalyzeClasses(packages = "org.pris.timeline", importOptions = DoNotIncludeTests.class)
class InsertOnlyTest {

  @ArchTest
  static final ArchRule onlyInsertsAndFinds =
      noClasses()
          .that()
          .haveSimpleName("Entries")
          .or()
          .haveSimpleName("Receipts")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(MongoOperations.class)))
                  .and(target(nameMatching("(?!insert$|find$|findOne$|indexOps$).*"))))
          .because("entries and receipts are inserted and found, never changed or removed");

  @ArchTest
  static final ArchRule nobodyElseReachesTheCollection =
      noClasses()
          .that()
          .doNotHaveSimpleName("Entries")
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.be(
                  new DescribedPredicate<JavaClass>("naming Entry.class to the store") {
                    @Override
                    public boolean test(JavaClass it) {
                      return it.getReferencedClassObjects().stream()
                          .anyMatch(named -> named.getRawType().isEquivalentTo(Entry.class));
                    }
                  }));
}
