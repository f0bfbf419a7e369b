package garden.graph;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Arbitrary;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.SampleNotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkGraphPropertyTest {

    private static final int STEPS = 60;
    private static final LinkGraph HIDING = LinkGraph.empty(PageNames.AS_WRITTEN, Unlinked.HIDDEN);

    private final SortedMap<NotePath, Note> notes = new TreeMap<>();
    private final SortedSet<NotePath> attachments = new TreeSet<>();
    private final SortedMap<NotePath, RenamedOrDeleted> former = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void updatedGraphEqualsRebuiltGraph(long seed) {
        check(seed, LinkGraph.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void soItDoesWhereUnlinkedAttachmentsAreHidden(long seed) {
        check(seed, HIDING);
    }

    private void check(long seed, LinkGraph empty) {
        Arbitrary arbitrary = new Arbitrary(seed);
        LinkGraph graph = empty;
        for (int step = 0; step < STEPS; step++) {
            LinkGraph before = graph;
            GraphChange changes = changes(arbitrary);
            GraphStep change = graph.with(changes);
            graph = change.graph();
            LinkGraph rebuilt = empty.with(new GraphChange(notes, attachments, new TreeSet<>(), former))
                    .graph();
            assertThat(graph).as("seed %d, step %d", seed, step).isEqualTo(rebuilt);
            checkNamesAllDifferences(before, change, changes);
            checkTurned(before, change);
            checkHiddenAttachmentsAreNowhere(graph);
        }
    }

    private void checkTurned(LinkGraph before, GraphStep change) {
        Set<NotePath> all = new TreeSet<>(attachments);
        all.addAll(change.turned());
        all.removeIf(path -> before.holds(path) == change.graph().holds(path));
        assertThat(change.turned()).isEqualTo(all);
    }

    /** Readers' links are those of a garden in which the hidden attachments never were. */
    private void checkHiddenAttachmentsAreNowhere(LinkGraph graph) {
        SortedSet<NotePath> seen = new TreeSet<>(attachments);
        seen.removeIf(path -> !graph.holds(path));
        SortedMap<NotePath, RenamedOrDeleted> known = new TreeMap<>(former);
        known.values()
                .removeIf(now ->
                        now instanceof RenamedOrDeleted.Renamed(NotePath to) && !to.isNote() && !seen.contains(to));
        LinkGraph without = LinkGraph.EMPTY
                .with(new GraphChange(notes, seen, new TreeSet<>(), known))
                .graph();
        for (NotePath path : notes.keySet()) {
            assertThat(graph.allLinks(path)).isEqualTo(without.allLinks(path));
        }
        assertThat(graph.problems()).isEqualTo(without.problems());
        assertThat(graph.linkCount()).isEqualTo(without.linkCount());
        assertThat(graph.attachmentCount()).isEqualTo(seen.size());
    }

    /** Whoever's links or backlinks differ is named in the change. */
    private void checkNamesAllDifferences(LinkGraph before, GraphStep change, GraphChange changes) {
        for (NotePath path : notes.keySet()) {
            boolean isNamed =
                    change.relinked().contains(path) || changes.notes().containsKey(path);
            assertThat(isNamed || before.links(path).equals(change.graph().links(path)))
                    .as("links of %s", path)
                    .isTrue();
            Target target = new Target.File(path);
            assertThat(change.retargeted().contains(target)
                            || before.backlinks(target).equals(change.graph().backlinks(target)))
                    .as("backlinks of %s", path)
                    .isTrue();
        }
    }

    private GraphChange changes(Arbitrary arbitrary) {
        List<NotePath> living =
                Stream.concat(notes.keySet().stream(), attachments.stream()).toList();
        SortedSet<NotePath> removed = new TreeSet<>(arbitrary.deletions(living));
        Map<NotePath, Arbitrary.Draft> edits = arbitrary.edits(living, 4);
        removed.removeAll(edits.keySet());
        SortedMap<NotePath, Note> put = new TreeMap<>();
        SortedSet<NotePath> attached = new TreeSet<>();
        edits.forEach((path, draft) -> {
            if (path.isNote()) {
                String unlisted = arbitrary.number(5) == 0 ? "unlisted\n" : "";
                put.putAll(SampleNotes.of("--- " + path + "\n" + unlisted + draft.sample())
                        .byPath());
            } else {
                attached.add(path);
            }
        });
        notes.keySet().removeAll(removed);
        attachments.removeAll(removed);
        notes.putAll(put);
        attachments.addAll(attached);
        Map<NotePath, NotePath> moved = arbitrary.move(
                Stream.concat(notes.keySet().stream(), attachments.stream()).toList());
        moved.forEach((to, from) -> {
            put.remove(from);
            attached.remove(from);
            removed.add(from);
            removed.remove(to);
            Optional.ofNullable(notes.remove(from)).ifPresent(note -> put.put(to, copy(note, to)));
            if (attachments.remove(from)) {
                attached.add(to);
            }
        });
        notes.putAll(put);
        attachments.addAll(attached);
        return new GraphChange(put, attached, removed, formerPaths(arbitrary, living, moved));
    }

    private static Note copy(Note note, NotePath to) {
        return new Note(
                to,
                note.blob(),
                note.title(),
                note.frontMatter(),
                note.headings(),
                note.places(),
                note.blocks(),
                note.tags(),
                note.links(),
                note.problems(),
                note.summary(),
                note.words());
    }

    /** Paths at which nothing is any more get a new file to lead to, or none; whatever led to a file that is gone does not. */
    private SortedMap<NotePath, RenamedOrDeleted> formerPaths(
            Arbitrary arbitrary, List<NotePath> before, Map<NotePath, NotePath> moved) {
        SortedMap<NotePath, RenamedOrDeleted> changed = new TreeMap<>();
        former.forEach((path, now) -> {
            boolean isLost = now instanceof RenamedOrDeleted.Renamed(NotePath to) && !isLiving(to);
            if (isLiving(path) || isLost) {
                changed.put(path, new RenamedOrDeleted.Unknown());
            }
        });
        List<NotePath> now =
                Stream.concat(notes.keySet().stream(), attachments.stream()).toList();
        for (NotePath path : before) {
            if (!isLiving(path) && !now.isEmpty()) {
                changed.put(path, new RenamedOrDeleted.Renamed(now.get(arbitrary.number(now.size()))));
            }
        }
        moved.forEach((to, from) -> changed.put(from, new RenamedOrDeleted.Renamed(to)));
        former.putAll(changed);
        former.values().removeIf(RenamedOrDeleted.Unknown.class::isInstance);
        return changed;
    }

    private boolean isLiving(NotePath path) {
        return notes.containsKey(path) || attachments.contains(path);
    }
}
