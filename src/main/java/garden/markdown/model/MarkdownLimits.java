package garden.markdown.model;

import java.time.Duration;

/**
 * How much one note may cost. A note beyond any of the counted ones is read in parts and shown as text with its links, with a problem; one
 * beyond the time is put off.
 *
 * @param maxNoteBytes size of the file, front matter included
 * @param maxReadBytes size of the file of which more is read than its first {@code maxNoteBytes} as text; not less than these
 * @param maxNesting quotes and lists inside each other
 * @param maxOutputChars UTF-16 units of HTML that one note may become
 * @param processorTime for parsing, and again for rendering
 */
public record MarkdownLimits(
        int maxNoteBytes, int maxReadBytes, int maxNesting, int maxOutputChars, Duration processorTime) {

    /** Far more than people write by hand. */
    public static final MarkdownLimits DEFAULT =
            new MarkdownLimits(1 << 20, 16 << 20, 100, 8 << 20, Duration.ofSeconds(2));

    public MarkdownLimits {
        if (maxNoteBytes < 1
                || maxReadBytes < maxNoteBytes
                || maxNesting < 1
                || maxOutputChars < 1
                || !processorTime.isPositive()) {
            throw new IllegalArgumentException("Markdown limits: expected positive values, found " + maxNoteBytes
                    + " bytes of at most " + maxReadBytes + ", " + maxNesting + " levels, " + maxOutputChars
                    + " characters, " + processorTime);
        }
    }

    /** What of this decides what a note is: all but the time. The same text for the same limits. */
    public String counted() {
        return maxNoteBytes + " of " + maxReadBytes + " bytes, " + maxNesting + " levels, " + maxOutputChars
                + " characters";
    }
}
