package garden.note;

/**
 * A stretch of a note's text.
 *
 * @param start UTF-16 offset into the whole text of the file, front matter included
 * @param end UTF-16 offset, exclusive
 * @param line line of {@code start}, from 1, counted in the whole file
 */
public record Span(int start, int end, int line) {

    public Span {
        if (start < 0 || end < start || line < 1) {
            throw new IllegalArgumentException(
                    "span: expected 0 <= start <= end and line >= 1, found " + start + ".." + end + " line " + line);
        }
    }
}
