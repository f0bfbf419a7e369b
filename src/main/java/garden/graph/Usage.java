package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.PropertyLink;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * Finds which attachments notes use: resolves the links of some notes as if every attachment were visible. Attachments that no note uses
 * are hidden from readers; see notes/internals/decisions/0032-attachments-in-links.md. Used once, by one thread.
 */
final class Usage {

    private final Map<NotePath, NoteLinks> links = new HashMap<>();

    private final Resolver whole;

    private Usage(Resolver whole) {
        this.whole = whole;
    }

    /** What it has cost. */
    GraphStep.Work work() {
        return whole.work();
    }

    /** The attachments that the notes at {@code paths} use; a path at which no note is counts for nothing. */
    static Usage of(TreePMap<NotePath, Note> notes, Resolver whole, Collection<NotePath> paths) {
        Usage usage = new Usage(whole);
        for (NotePath path : paths) {
            Note note = notes.get(path);
            if (note != null) {
                usage.links.put(path, resolved(note, whole));
            }
        }
        return usage;
    }

    private static NoteLinks resolved(Note note, Resolver resolver) {
        Stream<Link.Local> inProperties = note.frontMatter().links().stream().map(PropertyLink::link);
        return new NoteLinks(resolved(note, note.localLinks(), resolver), resolved(note, inProperties, resolver));
    }

    private static List<ResolvedLink> resolved(Note note, Stream<Link.Local> links, Resolver resolver) {
        return links.map(link -> new ResolvedLink(link, resolver.resolve(note.path(), link)))
                .toList();
    }

    /** The attachments to which one of these notes links, and the notes. */
    Index<NotePath, NotePath> users() {
        Index<NotePath, NotePath> users = Index.empty();
        for (Map.Entry<NotePath, NoteLinks> entry : links.entrySet()) {
            for (NotePath attachment : attachments(entry.getValue())) {
                users = users.plus(attachment, entry.getKey());
            }
        }
        return users;
    }

    /** The attachments to which these links lead. */
    static Set<NotePath> attachments(NoteLinks links) {
        Set<NotePath> found = new TreeSet<>();
        links.all().flatMap(link -> attachment(link).stream()).forEach(found::add);
        return found;
    }

    private static Optional<NotePath> attachment(ResolvedLink link) {
        return link.resolution() instanceof Resolved to
                        && to.target() instanceof Target.File(NotePath path)
                        && !path.isNote()
                ? Optional.of(path)
                : Optional.empty();
    }

    /**
     * The links of {@code note} as readers see them, for whom the {@code unlinked} attachments do not exist: only links that could mean one
     * of these are resolved again.
     */
    NoteLinks links(Note note, Resolver readers, UnlinkedFiles unlinked) {
        NoteLinks known = links.get(note.path());
        if (known == null) {
            return resolved(note, readers);
        }
        return unlinked.files().isEmpty()
                ? known
                : new NoteLinks(
                        again(note, known.text(), readers, unlinked),
                        again(note, known.properties(), readers, unlinked));
    }

    private static List<ResolvedLink> again(
            Note note, List<ResolvedLink> known, Resolver readers, UnlinkedFiles unlinked) {
        return known.stream()
                .map(link -> isSame(note, link, unlinked)
                        ? link
                        : new ResolvedLink(link.link(), readers.resolve(note.path(), link.link())))
                .toList();
    }

    /** A link by a former path has candidates of other names. */
    private static boolean isSame(Note note, ResolvedLink link, UnlinkedFiles unlinked) {
        return link.resolution().rule() != Resolution.Rule.FORMER_NAME && !unlinked.mayBeMeant(note.path(), link);
    }
}
