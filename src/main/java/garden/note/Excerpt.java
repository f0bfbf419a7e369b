package garden.note;

/**
 * The sentence around a link, as plain text.
 *
 * @param text at most 300 UTF-16 units; cut at a word with {@code …} where the sentence is longer
 * @param start where the link's own words begin in {@code text}
 * @param end where they end, exclusive
 */
public record Excerpt(String text, int start, int end) {

    public Excerpt {
        if (start < 0 || end < start || end > text.length()) {
            throw new IllegalArgumentException(
                    "excerpt: expected 0 <= start <= end <= " + text.length() + ", found " + start + ".." + end);
        }
    }

    /** The words before the link. */
    public String before() {
        return text.substring(0, start);
    }

    /** The words of the link. */
    public String words() {
        return text.substring(start, end);
    }

    /** The words after the link. */
    public String after() {
        return text.substring(end);
    }
}
