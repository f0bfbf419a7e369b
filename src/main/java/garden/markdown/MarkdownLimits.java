package garden.markdown;

import java.time.Duration;

/**
 * How much one note may cost. A note beyond any of these is shown as text, with a problem.
 *
 * @param maxNoteBytes size of the file, front matter included
 * @param maxNesting quotes and lists inside each other
 * @param maxOutputChars UTF-16 units of HTML that one note may become
 * @param timeout time for parsing, and again for rendering, once a thread has taken the note up
 */
public record MarkdownLimits(int maxNoteBytes, int maxNesting, int maxOutputChars, Duration timeout) {

    /** Far more than people write by hand. */
    public static final MarkdownLimits DEFAULT = new MarkdownLimits(1 << 20, 100, 8 << 20, Duration.ofSeconds(5));

    public MarkdownLimits {
        if (maxNoteBytes < 1 || maxNesting < 1 || maxOutputChars < 1 || !timeout.isPositive()) {
            throw new IllegalArgumentException("Markdown limits: expected positive values, found " + maxNoteBytes
                    + " bytes, " + maxNesting + " levels, " + maxOutputChars + " characters, " + timeout);
        }
    }
}
