package garden.search;

/**
 * A piece of a text that is shown to a reader; the pieces of a text, joined, are the text.
 *
 * @param text plain text, never empty; not escaped for HTML
 * @param isMatch whether the query asked for these words
 */
public record Fragment(String text, boolean isMatch) {}
