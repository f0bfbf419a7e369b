package garden;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import garden.graph.LinkGraph;
import garden.snapshot.Garden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Packages are the stages of the pipeline: who may use whom, and where each library is at home. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("garden");

    /** Each room, a package without {@code garden}, and those it may use; drawn in notes/internals/architecture.md. */
    private static final Map<String, Set<String>> MAY_USE = table("""
        text:
        note:
        config: text
        concurrent:
        git: note concurrent
        git.history: text note git
        git.push: text note git
        git.upstream: note concurrent git
        git.working: note git
        git.seed: note git
        markdown.model: note
        markdown.budget:
        markdown.text: text note markdown.model
        markdown.syntax: note markdown.model markdown.text
        markdown.frontmatter: note markdown.text markdown.syntax
        markdown.reading: note markdown.model markdown.budget markdown.text markdown.syntax markdown.frontmatter
        markdown.html: text note markdown.model markdown.budget markdown.text markdown.syntax markdown.reading
        markdown: text note concurrent markdown.model markdown.budget markdown.text markdown.syntax markdown.frontmatter markdown.reading markdown.html
        diff: note
        graph: note
        search: text note
        snapshot: text note graph search
        sync: text note concurrent git git.history git.upstream git.working markdown.model markdown graph search snapshot
        page.address: text note markdown.model
        page.asset: text markdown.model page.address
        page.view: note markdown.model diff search page.address page.asset
        page.layout: text note graph snapshot page.address page.view
        page.picture: markdown.model
        page.note: note concurrent markdown.model markdown graph snapshot page.view page.layout page.picture
        page.history: note markdown diff graph snapshot page.address page.view page.layout page.note
        page.list: note markdown graph search snapshot page.address page.view page.layout page.note
        page: note markdown.model markdown diff snapshot page.address page.asset page.view page.layout page.note page.history page.list
        feed: text note graph search snapshot page.address page.view page.layout page
        web.live: note graph snapshot
        web.answer: text note concurrent snapshot page.address page.view page.layout page web.live
        web.webhook: concurrent web.answer
        web.cache: graph snapshot web.answer
        web.wiring: concurrent graph snapshot page.address page.history page web.live web.answer web.webhook web.cache
        web.api: note concurrent graph search snapshot page.address page.view page.layout page web.live web.answer web.wiring
        web.content: note concurrent graph snapshot page.address page.view page.layout page.history page feed web.live web.answer web.wiring
        web: note concurrent graph snapshot page.address page.asset page.view page.layout page.note page.history page web.live web.answer web.webhook web.cache web.wiring web.api web.content
        server: note config concurrent git git.history git.push git.upstream git.working git.seed markdown.model markdown graph snapshot sync page.address page.view page.layout page.note page.history page web.live web.answer web.webhook web.cache web.wiring web
        command: text note config git git.history git.push git.working markdown graph snapshot sync server
        """);

    /** An arrow in Mermaid's flowcharts; names begin in upper case there, where {@code graph} has a meaning. */
    private static final Pattern ARROW = Pattern.compile("([\\w.]+) --> ([\\w.]+)");

    /** A row of the manual's table: room, role, what it may use, libraries. */
    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\|[^|]*\\|([^|]*)\\|[^|]*\\|");

    private static Map<String, Set<String>> table(String text) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String row : text.lines().toList()) {
            String[] parts = row.split(":", -1);
            table.put(parts[0], Set.copyOf(words(parts[1])));
        }
        return table;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** Each library's root package and the only packages of ours that may name its types. */
    private static final Map<String, Set<String>> AT_HOME = Map.ofEntries(
            Map.entry("org.eclipse.jgit", Set.of("git")),
            Map.entry("org.h2", Set.of("git", "sync")),
            Map.entry("com.github.difflib", Set.of("diff")),
            Map.entry("io.methvin", Set.of("sync")),
            Map.entry("com.vladsch.flexmark", Set.of("markdown")),
            Map.entry("org.owasp", Set.of("markdown.html")),
            Map.entry("org.apache.lucene", Set.of("search")),
            Map.entry("com.ibm.icu", Set.of("search", "snapshot")),
            Map.entry("org.snakeyaml", Set.of("config", "markdown")),
            Map.entry("org.tomlj", Set.of("markdown.frontmatter")),
            Map.entry("gg.jte", Set.of("page")),
            Map.entry("io.javalin", Set.of("web")),
            Map.entry("org.eclipse.jetty", Set.of("web")),
            Map.entry("io.micrometer", Set.of("web.wiring")),
            Map.entry("org.apache.sshd", Set.of("git.upstream")),
            Map.entry("picocli", Set.of("", "command")));

    @TestFactory
    Stream<DynamicTest> packageUsesOnlyItsTable() {
        return MAY_USE.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> checkUses(entry.getKey(), entry.getValue())));
    }

    private static void checkUses(String room, Set<String> allowed) {
        noClasses()
                .that(describe("are in " + room, type -> roomOf(type).equals(room)))
                .should()
                .dependOnClassesThat(describe(
                        "are in a room that " + room + " may not use",
                        type -> isOurs(type) && !roomOf(type).equals(room) && !allowed.contains(roomOf(type))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("garden") || type.getPackageName().startsWith("garden.");
    }

    /** The row of a type: its package without {@code garden}, or the nearest one above it that has a row; the root's is empty. */
    private static String roomOf(JavaClass type) {
        String room = type.getPackageName().replaceFirst("^garden\\.?", "");
        while (!room.isEmpty() && !MAY_USE.containsKey(room)) {
            room = room.substring(0, Math.max(room.lastIndexOf('.'), 0));
        }
        return room;
    }

    /** What is behind the face of markdown can change without the rest of the program. */
    @Test
    void markdownIsSeenByItsFace() {
        MAY_USE.forEach((room, others) -> {
            if (!room.startsWith("markdown")) {
                assertThat(others)
                        .as(room)
                        .filteredOn(other -> other.startsWith("markdown."))
                        .isSubsetOf("markdown.model");
            }
        });
    }

    /** The table allows nothing that nobody needs. */
    @Test
    void everyArrowIsUsed() {
        Set<String> unused = new TreeSet<>();
        MAY_USE.forEach((room, others) -> others.forEach(other -> unused.add(room + " -> " + other)));
        for (JavaClass type : CLASSES) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(ArchitectureTest::isOurs)
                    .forEach(target -> unused.remove(roomOf(type) + " -> " + roomOf(target)));
        }
        assertThat(unused).isEmpty();
    }

    /** What follows from other arrows is not drawn. */
    @Test
    void pictureShowsTheTable() throws IOException {
        Set<String> drawn = manual().lines()
                .map(line -> ARROW.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(arrow -> (arrow.group(1) + " -> " + arrow.group(2)).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        MAY_USE.forEach((room, others) -> others.stream()
                .filter(other ->
                        others.stream().noneMatch(between -> !between.equals(other) && reaches(between, other)))
                .forEach(other -> expected.add(room + " -> " + other)));
        assertThat(drawn).isEqualTo(expected);
    }

    private static boolean reaches(String from, String to) {
        Set<String> next = MAY_USE.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(room -> reaches(room, to));
    }

    @Test
    void manualListsTheTable() throws IOException {
        Map<String, Set<String>> listed = new LinkedHashMap<>();
        manual().lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row ->
                        listed.put(row.group(1), Set.copyOf(words(row.group(2).replaceAll("[`,–]", " ")))));
        assertThat(listed).isEqualTo(MAY_USE);
    }

    private static String manual() throws IOException {
        return Files.readString(Path.of("notes/internals/architecture.md"));
    }

    /** What templates become belongs to the pages. */
    @Test
    void everyPackageHasItsRow() {
        assertThat(CLASSES.stream()
                        .filter(ArchitectureTest::isOurs)
                        .map(type -> type.getPackageName().replaceFirst("^garden\\.?", ""))
                        .filter(name -> !name.isEmpty() && !name.startsWith("page.template"))
                        .distinct())
                .allMatch(MAY_USE::containsKey);
    }

    @TestFactory
    Stream<DynamicTest> libraryStaysAtHome() {
        return AT_HOME.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> checkAtHome(entry.getKey(), entry.getValue())));
    }

    private static void checkAtHome(String library, Set<String> homes) {
        List<String> homePackages = homes.stream()
                .map(home -> home.isEmpty() ? "garden" : "garden." + home + "..")
                .toList();
        noClasses()
                .that()
                .resideOutsideOfPackages(homePackages.toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library + ".."))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().assignedFrom(ROOMS).should().beFreeOfCycles().check(CLASSES);
    }

    /** Each row of the table; the root, which may use all, is none. */
    private static final SliceAssignment ROOMS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isOurs(type) && !roomOf(type).isEmpty()
                    ? SliceIdentifier.of(roomOf(type))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    };

    /** Whatever lists notes for readers asks the garden for the listed ones. */
    @TestFactory
    Stream<DynamicTest> outputsListOnlyWhatIsListed() {
        return Stream.<Map.Entry<Class<?>, String>>of(
                        Map.entry(LinkGraph.class, "notes"),
                        Map.entry(LinkGraph.class, "problems"),
                        Map.entry(Garden.class, "problems"),
                        Map.entry(Garden.class, "addressProblems"),
                        Map.entry(Garden.class, "attachments"))
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> checkUncalled(method)));
    }

    private static void checkUncalled(Map.Entry<Class<?>, String> method) {
        noClasses()
                .that()
                .resideInAnyPackage("garden.page..", "garden.feed..", "garden.web..")
                .should()
                .callMethod(method.getKey(), method.getValue())
                .check(CLASSES);
    }

    /** What is pure stays pure: no files, clock, threads or randomness. */
    @Test
    void vocabularyAndGraphArePure() {
        noClasses()
                .that()
                .resideInAnyPackage("garden.note..", "garden.graph..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io", "java.nio..", "java.util.concurrent..", "java.net.."))
                .check(CLASSES);
    }
}
