package garden.graph;

import garden.graph.Resolution.HeadingMatch;
import garden.graph.Resolution.Resolved;
import garden.note.Anchors;
import garden.note.Block;
import garden.note.Heading;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import java.util.List;
import org.pcollections.TreePMap;

/**
 * Finds the heading or the block that a link's fragment means: a heading by its text, else by its anchor; {@code #A#B} is B below A;
 * {@code #^id} is a block.
 */
record Headings(TreePMap<NotePath, Note> notes) {

    /** {@code resolved}, a link to the whole target, narrowed to {@code fragment}. */
    Resolved find(Resolved resolved, String fragment) {
        if (fragment.isEmpty()) {
            return resolved;
        }
        Note note = resolved.target() instanceof Target.File(NotePath path) ? notes.get(path) : null;
        if (note == null) {
            return resolved.at(fragment, HeadingMatch.NONE_ASKED);
        }
        String last = fragment.substring(fragment.lastIndexOf('#') + 1);
        return last.startsWith(Block.MARK) ? block(resolved, note, last) : heading(resolved, note, fragment);
    }

    private static Resolved block(Resolved resolved, Note note, String name) {
        return note.blocks().stream()
                .filter(block -> block.isNamed(name))
                .findFirst()
                .map(block -> resolved.at(block.anchor(), HeadingMatch.FOUND))
                .orElseGet(() -> resolved.at("", HeadingMatch.MISSING));
    }

    private static Resolved heading(Resolved resolved, Note note, String fragment) {
        int index = -1;
        for (String name : fragment.split("#", -1)) {
            index = name.isBlank() ? index : next(note.headings(), index + 1, name);
            if (index == note.headings().size()) {
                return place(resolved, note, fragment);
            }
        }
        return index < 0 ? resolved : resolved.at(note.headings().get(index).anchor(), HeadingMatch.FOUND);
    }

    /** An id that the author gave in raw HTML, as written, else whatever its case. */
    private static Resolved place(Resolved resolved, Note note, String fragment) {
        String name = fragment.strip();
        return note.places().stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> note.places().stream().filter(name::equalsIgnoreCase).findFirst())
                .map(id -> resolved.at(id, HeadingMatch.FOUND))
                .orElseGet(() -> resolved.at("", HeadingMatch.MISSING));
    }

    /** Index of the first heading from {@code start} on that {@code name} means; the number of headings when none does. */
    private static int next(List<Heading> headings, int start, String name) {
        int byText = first(headings, start, heading -> new NameKey(heading.text()).equals(new NameKey(name)));
        if (byText < headings.size()) {
            return byText;
        }
        int byAnchor = first(headings, start, heading -> heading.anchor().equals(name.strip()));
        return byAnchor < headings.size()
                ? byAnchor
                : first(
                        headings,
                        start,
                        heading -> Anchors.anchor(heading.text()).equals(Anchors.anchor(name)));
    }

    private static int first(List<Heading> headings, int start, java.util.function.Predicate<Heading> isMeant) {
        for (int i = start; i < headings.size(); i++) {
            if (isMeant.test(headings.get(i))) {
                return i;
            }
        }
        return headings.size();
    }
}
