package garden.graph;

import garden.graph.Resolution.HeadingMatch;
import garden.graph.Resolution.Resolved;
import garden.note.Block;
import garden.note.Note;
import garden.note.NotePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * Finds the heading or the block that a link's fragment means: {@code #^id} is a block, anything else a heading by
 * {@link PartNames}. Remembers the parts of long notes; owned by one thread.
 */
final class Headings {

    /** Notes of fewer parts are looked through anew for each link. */
    private static final int MANY = 50;

    private final TreePMap<NotePath, Note> notes;
    private final Map<NotePath, PartNames> ofLongNotes = new HashMap<>();

    Headings(TreePMap<NotePath, Note> notes) {
        this.notes = notes;
    }

    /** {@code resolved}, a link to the whole target, narrowed to {@code fragment}. */
    Resolved find(Resolved resolved, String fragment) {
        if (fragment.isEmpty()) {
            return resolved;
        }
        Note note = resolved.target() instanceof Target.File(NotePath path) ? notes.get(path) : null;
        if (note == null || note.isPending()) {
            return resolved.at(fragment, HeadingMatch.NONE_ASKED);
        }
        String last = fragment.substring(fragment.lastIndexOf('#') + 1);
        boolean isWhole = fragment.chars().allMatch(c -> c == '#' || Character.isWhitespace(c));
        if (isWhole) {
            return resolved;
        }
        PartNames parts = parts(note);
        Optional<String> anchor = last.startsWith(Block.MARK) ? parts.block(last) : parts.named(fragment);
        return anchor.map(found -> resolved.at(found, HeadingMatch.FOUND))
                .orElseGet(() -> resolved.at("", HeadingMatch.MISSING));
    }

    private PartNames parts(Note note) {
        boolean isLong =
                note.headings().size() + note.blocks().size() + note.places().size() > MANY;
        return isLong ? ofLongNotes.computeIfAbsent(note.path(), path -> new PartNames(note)) : new PartNames(note);
    }
}
