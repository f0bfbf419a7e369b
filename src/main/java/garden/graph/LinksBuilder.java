package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Resolves again the links of the notes that may lead elsewhere, when the names, tags and former paths of the new graph are known: the
 * second half of {@link GraphBuilder}. Used once, by one thread.
 */
final class LinksBuilder {

    private final GraphParts before;
    private final GraphParts now;
    private final GraphChange changes;
    private final Usage usage;
    private final Resolver resolver;

    private TreePMap<NotePath, NoteLinks> outgoing;
    private final IndexBuilder<Target, NotePath> incoming;
    private final IndexBuilder<NotePath, NotePath> embedders;
    private final IndexBuilder<NameKey, NotePath> mentions;
    private final IndexBuilder<NameKey, NotePath> missing;
    private TreePSet<LocatedProblem> problems;
    private TreePSet<LocatedProblem> listedProblems;
    private int listedCount;
    private int linkCount;
    private int propertyLinkCount;

    private final SortedSet<NotePath> relinked = new TreeSet<>();
    private final SortedSet<Target> retargeted = new TreeSet<>();

    LinksBuilder(GraphParts before, GraphParts now, GraphChange changes, Usage usage) {
        this.before = before;
        this.now = now;
        this.changes = changes;
        this.usage = usage;
        this.resolver = now.resolver();
        this.outgoing = before.outgoing();
        this.incoming = new IndexBuilder<>(before.incoming());
        this.embedders = new IndexBuilder<>(before.embedders());
        this.mentions = new IndexBuilder<>(before.mentions());
        this.missing = new IndexBuilder<>(before.missing());
        this.problems = before.problems();
        this.listedProblems = before.listedProblems();
        this.listedCount = before.listedCount();
        this.linkCount = before.linkCount();
        this.propertyLinkCount = before.propertyLinkCount();
    }

    /**
     * The new graph, with the links of the notes at {@code paths} resolved again. Notes in {@code recount} are counted and listed again
     * even when their links lead where they led.
     */
    GraphStep apply(SortedSet<NotePath> paths, SortedSet<NotePath> recount) {
        paths.forEach(path -> relink(path, recount.contains(path)));
        GraphParts parts = now.with(linked -> linked.outgoing(outgoing)
                .incoming(incoming.index())
                .embedders(embedders.index())
                .mentions(mentions.index())
                .missing(missing.index())
                .problems(problems)
                .listedProblems(listedProblems)
                .listedCount(listedCount)
                .linkCount(linkCount)
                .propertyLinkCount(propertyLinkCount));
        return new GraphStep(
                new LinkGraph(parts),
                relinked,
                retargeted,
                turned(),
                usage.work().plus(resolver.work()));
    }

    /** The attachments that became visible or hidden. Only those that came, went, or that a changed link led to or leads to can have. */
    private SortedSet<NotePath> turned() {
        SortedSet<NotePath> turned = new TreeSet<>(changes.attachments());
        turned.addAll(changes.removed());
        for (Target target : retargeted) {
            if (target instanceof Target.File(NotePath path)) {
                turned.add(path);
            }
        }
        turned.removeIf(path -> before.holds(path) == now.holds(path));
        return turned;
    }

    private void relink(NotePath path, boolean isRecounted) {
        NoteLinks old = outgoing.getOrDefault(path, NoteLinks.NONE);
        Note note = now.notes().get(path);
        NoteLinks links = note == null ? NoteLinks.NONE : usage.links(note, resolver, now.unlinked());
        boolean isItselfChanged = changes.notes().containsKey(path) || note == null;
        boolean isSame = !isItselfChanged && links.equals(old);
        if (!isSame || !formerly(before, path).equals(formerly(now, path))) {
            mention(path, old, links);
        }
        if (isSame && !isRecounted) {
            return;
        }
        forget(path, old);
        if (note != null) {
            learn(note, links);
        }
        if (!isItselfChanged && !isSame) {
            relinked.add(path);
        }
    }

    private static TreePSet<NotePath> formerly(GraphParts parts, NotePath path) {
        return parts.former().of(path);
    }

    /** Replaces the keys of the note's links, which depend on where they lead and on the former paths of the note. */
    private void mention(NotePath path, NoteLinks old, NoteLinks links) {
        Set<NameKey> then = LinkKey.ofLinks(path, old, formerly(before, path));
        Set<NameKey> today = LinkKey.ofLinks(path, links, formerly(now, path));
        for (NameKey key : then) {
            if (!today.contains(key)) {
                mentions.minus(key, path);
            }
        }
        for (NameKey key : today) {
            if (!then.contains(key)) {
                mentions.plus(key, path);
            }
        }
    }

    private void forget(NotePath path, NoteLinks links) {
        for (ResolvedLink resolved : links.all().toList()) {
            switch (resolved.resolution()) {
                case Resolved to -> {
                    incoming.minus(to.target(), path);
                    if (resolved.link().isEmbed() && to.target() instanceof Target.File(NotePath file)) {
                        embedders.minus(file, path);
                    }
                    retargeted.add(to.target());
                }
                case Resolution.Missing none -> missing.minus(GraphParts.missingName(resolved.link()), path);
                case Resolution.Ambiguous several -> {}
            }
        }
        Note old = before.notes().get(path);
        if (old != null) {
            problems = problems.minusAll(LinkProblem.all(old, links.all()).toList());
            Listed listed = new Listed(before.notes());
            listedProblems = listedProblems.minusAll(listed.problems(old, links));
            listedCount -= old.frontMatter().isUnlisted() ? 0 : 1;
            linkCount -= listed.links(old, links.text()).size();
            propertyLinkCount -= listed.links(old, links.properties()).size();
        }
        outgoing = outgoing.minus(path);
    }

    private void learn(Note note, NoteLinks links) {
        for (ResolvedLink resolved : links.all().toList()) {
            switch (resolved.resolution()) {
                case Resolved to -> {
                    incoming.plus(to.target(), note.path());
                    if (resolved.link().isEmbed() && to.target() instanceof Target.File(NotePath file)) {
                        embedders.plus(file, note.path());
                    }
                    retargeted.add(to.target());
                }
                case Resolution.Missing none -> missing.plus(GraphParts.missingName(resolved.link()), note.path());
                case Resolution.Ambiguous several -> {}
            }
        }
        problems = problems.plusAll(LinkProblem.all(note, links.all()).toList());
        outgoing = outgoing.plus(note.path(), links);
        Listed listed = new Listed(now.notes());
        listedProblems = listedProblems.plusAll(listed.problems(note, links));
        listedCount += note.frontMatter().isUnlisted() ? 0 : 1;
        linkCount += listed.links(note, links.text()).size();
        propertyLinkCount += listed.links(note, links.properties()).size();
    }
}
