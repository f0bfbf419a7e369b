package garden.note;

/**
 * A heading of a note.
 *
 * @param level 1 to 6
 * @param text plain text, without markup
 * @param source as it is written, without the marks that make it a heading; empty when that is {@code text}
 * @param anchor its id on the page, unique in the note; form: see {@link Anchors}
 */
public record Heading(int level, String text, String source, String anchor, Span span) {}
