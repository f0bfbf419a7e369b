package garden;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import garden.concurrent.Backoff;
import garden.concurrent.Timings;
import garden.text.JsonMapping;
import garden.text.Sha256;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;

/** What every class may need is made in one place, and whoever makes it again is told where. */
class OneWayTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("garden");

    /** Times that make sense only within one algorithm, or that a standard gives. */
    private static final List<String> OWN_TIMINGS = List.of(
            "garden.markdown.budget.BudgetedThreads", "garden.markdown.budget.WorkTime", "garden.web.webhook.Forge");

    /** See notes/internals/decisions/0040-timings-in-one-place.md. */
    @Test
    void timingsAreInOnePlace() {
        fields().that()
                .areStatic()
                .and(describe(
                        "are times",
                        field -> field.getRawType().isEquivalentTo(Duration.class)
                                || field.getRawType().isEquivalentTo(Backoff.class)))
                .should()
                .beDeclaredInClassesThat(describe(
                        "are Timings or have times of their own",
                        type -> type.isEquivalentTo(Timings.class) || OWN_TIMINGS.contains(type.getName())))
                .check(CLASSES);
    }

    /** See notes/internals/decisions/0039-text-for-all.md. */
    @Test
    void oneClassHashes() {
        checkMadeOnlyIn(Sha256.class, MessageDigest.class, "getInstance");
    }

    @Test
    void oneClassMakesMappersOfJson() {
        checkMadeOnlyIn(JsonMapping.class, JsonMapper.class, "builder", "<init>");
        checkMadeOnlyIn(JsonMapping.class, ObjectMapper.class, "<init>");
        checkMadeOnlyIn(JsonMapping.class, JsonFactory.class, "builder", "<init>");
    }

    /** Trees are written by JGit's DirCache, but for those of which only a part is written anew. */
    @Test
    void oneClassFormatsTrees() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("garden.git.working.WorkingTree")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(TreeFormatter.class)
                .check(CLASSES);
    }

    /** What is bounded is a Caffeine, but for what must go in a strict order: ids of webhooks, and copies of blobs. */
    @Test
    void noMapIsBoundedByHand() {
        classes()
                .that()
                .areAssignableTo(LinkedHashMap.class)
                .should()
                .haveNameMatching("garden\\.web\\.webhook\\.RecentIds.*")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("garden.git.SeekableBlobs")
                .should()
                .callConstructor(LinkedHashMap.class, int.class, float.class, boolean.class)
                .check(CLASSES);
    }

    private static void checkMadeOnlyIn(Class<?> home, Class<?> made, String... methods) {
        noClasses()
                .that(describe("are not " + home.getSimpleName(), type -> !type.isEquivalentTo(home)))
                .should()
                .callCodeUnitWhere(target(
                        describe("make a " + made.getSimpleName(), called -> isOf(called, made, Set.of(methods)))))
                .check(CLASSES);
    }

    private static boolean isOf(CodeUnitCallTarget called, Class<?> made, Set<String> methods) {
        JavaClass owner = called.getOwner();
        return owner.isEquivalentTo(made) && methods.contains(called.getName());
    }
}
