package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.PropertyLink;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** The second half of a {@link GraphStep}: resolves again the links of some notes. Used once, by one thread. */
final class Relinking {

    private final GraphParts before;
    private final GraphParts now;
    private final FileChanges changes;
    private final Resolver resolver;

    private TreePMap<NotePath, NoteLinks> outgoing;
    private Index<Target, NotePath> incoming;
    private Index<NotePath, NotePath> embedders;
    private Index<NameKey, NotePath> missing;
    private TreePSet<LocatedProblem> problems;
    private int linkCount;
    private int propertyLinkCount;

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
        this.propertyLinkCount = before.propertyLinkCount();
    }

    GraphChange apply(SortedSet<NotePath> paths) {
        paths.forEach(this::relink);
        GraphParts parts = new GraphParts(
                now.notes(),
                now.attachments(),
                now.former(),
                now.names(),
                now.tags(),
                outgoing,
                incoming,
                embedders,
                now.mentions(),
                missing,
                problems,
                linkCount,
                propertyLinkCount);
        return new GraphChange(new LinkGraph(parts), relinked, retargeted);
    }

    private void relink(NotePath path) {
        NoteLinks old = outgoing.getOrDefault(path, NoteLinks.NONE);
        Note note = now.notes().get(path);
        NoteLinks links = note == null ? NoteLinks.NONE : resolve(note);
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

    private NoteLinks resolve(Note note) {
        Stream<Link.Local> inProperties = note.frontMatter().links().stream().map(PropertyLink::link);
        return new NoteLinks(resolve(note, note.localLinks()), resolve(note, inProperties));
    }

    private List<ResolvedLink> resolve(Note note, Stream<Link.Local> links) {
        return links.map(link -> new ResolvedLink(link, resolver.resolve(note.path(), link)))
                .toList();
    }

    private void forget(NotePath path, NoteLinks links) {
        for (ResolvedLink resolved : links.all().toList()) {
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
            problems = problems.minusAll(LinkProblem.all(old, links.all()).toList());
        }
        outgoing = outgoing.minus(path);
        linkCount -= links.text().size();
        propertyLinkCount -= links.properties().size();
    }

    private void learn(Note note, NoteLinks links) {
        for (ResolvedLink resolved : links.all().toList()) {
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
        problems = problems.plusAll(LinkProblem.all(note, links.all()).toList());
        outgoing = outgoing.plus(note.path(), links);
        linkCount += links.text().size();
        propertyLinkCount += links.properties().size();
    }
}
