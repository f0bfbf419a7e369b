package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** The second half of a {@link GraphStep}: resolves again the links of some notes. Used once, by one thread. */
final class Relinking {

    private final GraphParts before;
    private final GraphParts now;
    private final FileChanges changes;
    private final Resolver resolver;

    private TreePMap<NotePath, List<ResolvedLink>> outgoing;
    private Index<Target, NotePath> incoming;
    private Index<NotePath, NotePath> embedders;
    private Index<NameKey, NotePath> missing;
    private TreePSet<LocatedProblem> problems;
    private int linkCount;

    private final SortedSet<NotePath> relinked = new TreeSet<>();
    private final SortedSet<Target> retargeted = new TreeSet<>();

    Relinking(GraphParts before, GraphParts now, FileChanges changes) {
        this.before = before;
        this.now = now;
        this.changes = changes;
        this.resolver = now.resolver();
        this.outgoing = before.outgoing();
        this.incoming = before.incoming();
        this.embedders = before.embedders();
        this.missing = before.missing();
        this.problems = before.problems();
        this.linkCount = before.linkCount();
    }

    GraphChange apply(SortedSet<NotePath> paths) {
        paths.forEach(this::relink);
        GraphParts parts = new GraphParts(
                now.notes(),
                now.attachments(),
                now.names(),
                now.tags(),
                outgoing,
                incoming,
                embedders,
                now.mentions(),
                missing,
                problems,
                linkCount);
        return new GraphChange(new LinkGraph(parts), relinked, retargeted);
    }

    private void relink(NotePath path) {
        List<ResolvedLink> old = outgoing.getOrDefault(path, List.of());
        Note note = now.notes().get(path);
        List<ResolvedLink> links = note == null ? List.of() : resolve(note);
        boolean isItselfChanged = changes.notes().containsKey(path) || note == null;
        if (!isItselfChanged && links.equals(old)) {
            return;
        }
        forget(path, old);
        if (note != null) {
            learn(note, links);
        }
        if (!isItselfChanged) {
            relinked.add(path);
        }
    }

    private List<ResolvedLink> resolve(Note note) {
        return note.links().stream()
                .filter(Link.Local.class::isInstance)
                .map(Link.Local.class::cast)
                .map(link -> new ResolvedLink(link, resolver.resolve(note.path(), link)))
                .toList();
    }

    private void forget(NotePath path, List<ResolvedLink> links) {
        for (ResolvedLink resolved : links) {
            switch (resolved.resolution()) {
                case Resolved to -> {
                    incoming = incoming.minus(to.target(), path);
                    if (resolved.link().isEmbed() && to.target() instanceof Target.File(NotePath file)) {
                        embedders = embedders.minus(file, path);
                    }
                    retargeted.add(to.target());
                }
                case Resolution.Missing none -> missing = missing.minus(GraphParts.missingName(resolved.link()), path);
                case Resolution.Ambiguous several -> {}
            }
        }
        Note old = before.notes().get(path);
        if (old != null) {
            problems = problems.minusAll(LinkProblem.all(old, links).toList());
        }
        outgoing = outgoing.minus(path);
        linkCount -= links.size();
    }

    private void learn(Note note, List<ResolvedLink> links) {
        for (ResolvedLink resolved : links) {
            switch (resolved.resolution()) {
                case Resolved to -> {
                    incoming = incoming.plus(to.target(), note.path());
                    if (resolved.link().isEmbed() && to.target() instanceof Target.File(NotePath file)) {
                        embedders = embedders.plus(file, note.path());
                    }
                    retargeted.add(to.target());
                }
                case Resolution.Missing none ->
                    missing = missing.plus(GraphParts.missingName(resolved.link()), note.path());
                case Resolution.Ambiguous several -> {}
            }
        }
        problems = problems.plusAll(LinkProblem.all(note, links).toList());
        outgoing = outgoing.plus(note.path(), links);
        linkCount += links.size();
    }
}
