package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.note.Note;
import garden.note.NotePath;
import java.util.List;
import org.pcollections.TreePMap;

/**
 * Keeps unlisted notes out of public lists: whatever lies in an unlisted note, or leads to one, is left out.
 *
 * @param notes all, by path
 */
record Listed(TreePMap<NotePath, Note> notes) {

    /** Those of the {@code links} of {@code note} that public lists may show, in order. */
    List<ResolvedLink> links(Note note, List<ResolvedLink> links) {
        return note.frontMatter().isUnlisted()
                ? List.of()
                : links.stream().filter(this::isListed).toList();
    }

    /** Those of the problems of {@code note} and of its {@code links} that public lists may show. */
    List<LocatedProblem> problems(Note note, NoteLinks links) {
        return note.frontMatter().isUnlisted()
                ? List.of()
                : LinkProblem.all(note, links.all().filter(this::isListed)).toList();
    }

    private boolean isListed(ResolvedLink link) {
        return !(link.resolution() instanceof Resolved to
                && to.target() instanceof Target.File(NotePath path)
                && isUnlisted(path));
    }

    private boolean isUnlisted(NotePath path) {
        Note note = notes.get(path);
        return note != null && note.frontMatter().isUnlisted();
    }
}
