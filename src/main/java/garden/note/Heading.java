package garden.note;

/**
 * A heading of a note.
 *
 * @param level 1 to 6
 * @param text plain text, without markup
 * @param anchor its id on the page, unique in the note; form: see {@link Anchors}
 */
public record Heading(int level, String text, String anchor, Span span) {}
