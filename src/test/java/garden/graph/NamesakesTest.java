package garden.graph;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.SampleNotes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many files of one name: where links to it lead, and what one more of them costs. */
class NamesakesTest {

    private static final List<String> FOLDERS = List.of("", "a/", "b/", "a/b/", "A/", "docs/api/", "a/b/c/");
    private static final List<String> NAMES = List.of("README.md", "readme.md", "index.md", "Readme.md");
    private static final List<String> LINKS = List.of(
            "[[README]]",
            "[[readme.md]]",
            "[[b/README]]",
            "[[5/ReadMe]]",
            "[[api/12/index]]",
            "[[a/b/3/README]]",
            "(README.md)",
            "(../README.md)",
            "(/a/README.md)",
            "(3/README.md)",
            "(index)");

    /** {@code (README.md)} and {@code (./README.md)} ask for one file, and hear nothing of the others. */
    @ParameterizedTest
    @CsvSource({"README.md,(README.md)", "index.md,(index.md)", "README.md,(../README.md)", "README.md,[[/README]]"})
    void oneMoreConcernsNobodyWhoAsksForTheOneInHisFolder(String name, String link) {
        LinkGraph graph = folders(300, name, link);
        for (String folder : List.of("a", "zz")) {
            GraphStep change = graph.with(put(folder + "/" + name, link));
            assertThat(change.work()).isEqualTo(new GraphStep.Work(1, 0));
            assertThat(change.relinked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 400})
    void oneMoreIsLookedAtOnceByEachWhoAsksForAny(int folders) {
        LinkGraph graph = folders(folders, "README.md", "[[README]]");
        GraphStep change = graph.with(put("a/README.md", "[[README]]"));
        assertThat(change.work().links()).isEqualTo(folders + 1);
        assertThat(change.work().files()).isLessThanOrEqualTo(3L * (folders + 1));
        assertThat(change.relinked()).isEmpty();
    }

    @Test
    void whoWritesAFolderBeforeTheNameIsAskedOnlyForItsFiles() {
        LinkGraph graph = folders(300, "README.md", "[[d7/README]]");
        assertThat(graph.with(put("a/README.md", "")).work().links()).isZero();
        assertThat(graph.with(put("x/d7/README.md", "")).work().links()).isEqualTo(300);
    }

    @Test
    void ofManyNoneIsNamed() {
        LinkGraph graph = folders(30, "README.md", "[[README]]");
        assertThat(graph.problems(new NotePath("d7/README.md")))
                .extracting(LocatedProblem::toString)
                .containsExactly(
                        "d7/README.md:1: link [[README]] takes d7/README.md, but could be any of many files of that"
                                + " name; write a path to choose");
    }

    /** The rules as the decision states them, without an index and without memory. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hundredsOfOneNameAreChosenFromByTheRulesAndUpdatedAsRebuilt(long seed) {
        Random random = new Random(seed);
        SortedMap<NotePath, Note> notes = new TreeMap<>();
        LinkGraph graph = LinkGraph.EMPTY;
        for (int step = 0; step < 8; step++) {
            GraphChange changes = changes(random, notes, step == 0 ? 400 : 20);
            notes.keySet().removeAll(changes.removed());
            notes.putAll(changes.notes());
            graph = graph.with(changes).graph();
            assertThat(graph).as("seed %d, step %d", seed, step).isEqualTo(LinkGraph.of(notes.values(), List.of()));
            checkRules(graph, new ArrayList<>(notes.keySet()));
        }
    }

    private static GraphChange changes(Random random, SortedMap<NotePath, Note> notes, int count) {
        SortedMap<NotePath, Note> put = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String folder = random.nextInt(12) == 0 ? "" : random.nextInt(60) + "/";
            String path = pick(random, FOLDERS) + folder + pick(random, NAMES);
            put.putAll(SampleNotes.of("--- " + path + "\n" + pick(random, LINKS) + " " + pick(random, LINKS))
                    .byPath());
        }
        TreeSet<NotePath> removed = new TreeSet<>(notes.keySet());
        removed.removeIf(path -> random.nextInt(20) > 0 || put.containsKey(path));
        return new GraphChange(put, new TreeSet<>(), removed);
    }

    private static void checkRules(LinkGraph graph, List<NotePath> all) {
        for (NotePath from : all) {
            for (ResolvedLink link : graph.links(from)) {
                if (link.link() instanceof Link.WikiLink) {
                    assertThat(target(link.resolution()))
                            .as("%s in %s", link.link(), from)
                            .isEqualTo(byRules(from, link.link().target(), all));
                }
            }
        }
    }

    private static Optional<Target> target(Resolution resolution) {
        return resolution instanceof Resolution.Resolved to ? Optional.of(to.target()) : Optional.empty();
    }

    private static Optional<Target> byRules(NotePath from, String target, List<NotePath> all) {
        String wanted = target.endsWith(".md") ? target : target + ".md";
        List<NotePath> left = all.stream()
                .filter(path -> folded("/" + path).endsWith(folded("/" + wanted)))
                .toList();
        List<NotePath> whole = left.stream()
                .filter(path -> folded(path.value()).equals(folded(wanted)))
                .toList();
        List<NotePath> near = left.stream()
                .filter(path -> path.value().startsWith(from.folder().prefix()))
                .toList();
        List<NotePath> pool = whole.isEmpty() ? near.isEmpty() ? left : near : whole;
        return pool.stream()
                .min(Comparator.comparingInt((NotePath path) -> path.value().length())
                        .thenComparing(path -> !path.value().endsWith(wanted))
                        .thenComparing(Comparator.naturalOrder()))
                .map(Target.File::new);
    }

    private static String folded(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static LinkGraph folders(int count, String name, String link) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("--- d")
                    .append(i)
                    .append('/')
                    .append(name)
                    .append('\n')
                    .append(link)
                    .append('\n');
        }
        return LinkGraph.of(SampleNotes.of(text.toString()).notes(), List.of());
    }

    private static GraphChange put(String path, String text) {
        return new GraphChange(SampleNotes.of("--- " + path + "\n" + text).byPath(), new TreeSet<>(), new TreeSet<>());
    }
}
