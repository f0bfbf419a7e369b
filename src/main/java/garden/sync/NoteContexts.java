package garden.sync;

import garden.graph.LinkGraph;
import garden.graph.Resolution;
import garden.graph.ResolvedLink;
import garden.graph.Target;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.search.NoteContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the rest of one garden says of its notes. A function of the graph alone, and bounded: of a note to which thousands link only the
 * first sources, by path, are asked. Remembers what the links of each source say. Owned by one thread.
 */
final class NoteContexts {

    private static final int MAX_SOURCES = 1_000;
    private static final int MAX_LABELS = 250;
    private static final int MAX_LABEL = 100;
    private static final int MAX_FORMER_NAMES = 20;

    private final LinkGraph graph;
    private final Map<NotePath, Map<NotePath, List<String>>> saidBy = new HashMap<>();

    NoteContexts(LinkGraph graph) {
        this.graph = graph;
    }

    /** Of the note at the path; nothing is said of an unlisted one. */
    NoteContext of(NotePath path) {
        return graph.note(path)
                .filter(note -> !note.frontMatter().isUnlisted())
                .map(this::of)
                .orElse(NoteContext.NONE);
    }

    private NoteContext of(Note note) {
        Set<NotePath> sources = graph.sources(new Target.File(note.path()));
        return new NoteContext(labels(note, sources), formerNames(note), doubled(sources.size()));
    }

    private static int doubled(int sources) {
        return sources == 0 ? 0 : Integer.SIZE - 1 - Integer.numberOfLeadingZeros(sources);
    }

    private List<String> labels(Note note, Set<NotePath> sources) {
        Set<NameKey> names = names(note);
        Map<NameKey, String> labels = new LinkedHashMap<>();
        sources.stream()
                .filter(source -> !source.equals(note.path()))
                .limit(MAX_SOURCES)
                .flatMap(source -> saidBy(source).getOrDefault(note.path(), List.of()).stream())
                .filter(label -> !names.contains(new NameKey(label)))
                .forEach(label -> labels.putIfAbsent(new NameKey(label), label));
        return labels.values().stream().limit(MAX_LABELS).toList();
    }

    private static Set<NameKey> names(Note note) {
        Set<NameKey> names = new HashSet<>();
        Stream.concat(
                        Stream.of(note.title(), note.path().name(), note.path().withoutSuffix()),
                        note.frontMatter().aliases().stream())
                .forEach(name -> names.add(new NameKey(name)));
        return names;
    }

    /** The labels of the links of a note that everyone may find, by where they lead. */
    private Map<NotePath, List<String>> saidBy(NotePath source) {
        return saidBy.computeIfAbsent(
                source,
                path -> graph.note(path)
                        .filter(note -> !note.frontMatter().isUnlisted())
                        .map(note -> said(graph.links(path)))
                        .orElse(Map.of()));
    }

    private static Map<NotePath, List<String>> said(List<ResolvedLink> links) {
        Map<NotePath, List<String>> said = new HashMap<>();
        for (ResolvedLink link : links) {
            String label = link.link().place().excerpt().words().strip();
            if (!link.link().isEmbed() && !label.isEmpty() && label.length() <= MAX_LABEL) {
                target(link)
                        .ifPresent(target -> said.computeIfAbsent(target, none -> new ArrayList<>())
                                .add(label));
            }
        }
        return said;
    }

    private static Optional<NotePath> target(ResolvedLink link) {
        return link.resolution() instanceof Resolution.Resolved resolved
                        && resolved.target() instanceof Target.File(NotePath path)
                ? Optional.of(path)
                : Optional.empty();
    }

    private List<String> formerNames(Note note) {
        return graph.formerPaths(note.path()).stream()
                .filter(NotePath::isNote)
                .map(NotePath::name)
                .filter(name -> !name.equals(note.path().name()))
                .distinct()
                .limit(MAX_FORMER_NAMES)
                .toList();
    }

    /**
     * Notes of {@code after} of which another context may be known than in {@code before}, those in {@code changed} aside.
     *
     * @param changed notes put or removed
     * @param affected notes whose own links may lead elsewhere, or whose former paths may differ; may name more
     */
    static NavigableSet<NotePath> touched(
            LinkGraph before, LinkGraph after, Set<NotePath> changed, Set<NotePath> affected) {
        NavigableSet<NotePath> touched = new TreeSet<>();
        for (NotePath path : affected) {
            List<ResolvedLink> then = before.allLinks(path);
            List<ResolvedLink> now = after.allLinks(path);
            if (changed.contains(path) || !then.equals(now)) {
                Stream.concat(then.stream(), now.stream())
                        .forEach(link -> target(link).ifPresent(touched::add));
            }
            if (!before.formerPaths(path).equals(after.formerPaths(path))) {
                touched.add(path);
            }
        }
        touched.removeAll(changed);
        touched.removeIf(path -> after.note(path).isEmpty());
        return touched;
    }
}
