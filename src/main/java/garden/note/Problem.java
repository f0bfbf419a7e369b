package garden.note;

/**
 * Something in a note that its author would want to know. Never a failure: the note is shown all the same.
 *
 * @param line from 1
 * @param message what, expected, found; no path and no line in it; lower-case start, no full stop
 */
public record Problem(Kind kind, int line, String message) {

    /** The classes of problems, in the order in which pages list them. */
    public enum Kind {
        /** A link to a name that no note and no attachment carries. */
        BROKEN_LINK,
        /** A link to a name that several carry. */
        AMBIGUOUS_LINK,
        /** A link to a heading that its note does not have. */
        MISSING_HEADING,
        /** A link to a block id that its note does not have. */
        MISSING_BLOCK,
        /** A block id that an earlier part of the note has already. */
        REPEATED_BLOCK,
        /** A formula or a diagram that is not drawn, and why; shown as its source. */
        UNDRAWN,
        /** A tag in the text that is longer or has more levels than tags may; shown as text. */
        LONG_TAG,
        /** A link that leads where it should, but by a name that its target no longer has. Nothing is broken. */
        MOVED_LINK,
        /** Front matter that is not YAML, or a key whose value is not of its type. */
        BAD_FRONT_MATTER,
        /** A file that is named as a note and is not text; nothing of it is shown. */
        NOT_TEXT,
        /** A note, or a part of one, with more of something than a note may have; shown as text. */
        OVER_BUDGET,
        /** A note that could not be read in time; shown as text, or hidden, until it is. Depends on the machine, so it is never stored. */
        PENDING,
        /** Two notes that would live at one address. */
        SHARED_ADDRESS,
        /** A line of a redirect file that could not be used. */
        BAD_REDIRECT,
        /** A file that the repository names and cannot give; it is not shown. */
        UNREADABLE,
    }
}
