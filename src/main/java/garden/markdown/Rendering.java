package garden.markdown;

import garden.note.SoftBreaks;

/**
 * What of a note is rendered, and how.
 *
 * @param part anchor of a block, or of a heading: it and all up to the next of its level or a higher one; empty for all of the note.
 *     Nothing is shown of a part that the note does not have
 */
public record Rendering(String part, SoftBreaks softBreaks) {

    /** The whole note as CommonMark's examples show it. */
    public static final Rendering WHOLE = new Rendering("", SoftBreaks.AS_SPACES);
}
