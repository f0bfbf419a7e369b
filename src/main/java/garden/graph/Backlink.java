package garden.graph;

import garden.note.Link;
import garden.note.Note;
import java.util.Optional;

/**
 * A link that points here, and the note it is written in.
 *
 * @param property the key of front matter whose value it stands in; empty for a link in the text
 */
public record Backlink(Note from, Link.Local link, Optional<String> property) {}
