package garden.search;

import garden.note.Tag;
import java.util.List;
import java.util.Optional;

/**
 * What a reader looks for. Form, as typed: words, {@code "phrases"}, {@code tag:usa/doe} or {@code #usa/doe},
 * {@code path:systems/}; each may have a {@code -} before it. A single word is looked for, with a dash before it too, and so is one that begins
 * with two. No text is an error: what has no form is words.
 *
 * @param wanted what a note must have, all of it, in the order typed
 * @param unwanted what a note must not have, none of it
 */
public record Query(List<Clause> wanted, List<Clause> unwanted) {

    /** The most clauses that a query has; more are dropped. */
    public static final int MAX_CLAUSES = 32;

    /** The most UTF-16 units of text that are looked at; more are dropped. */
    public static final int MAX_LENGTH = 1_000;

    public Query {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /** The query that a reader typed. */
    public static Query parse(String text) {
        return new QueryParser(text).parse();
    }

    /** The word of a query that is nothing but one word with a dash before it, which is looked for all the same; empty for others. */
    public static Optional<String> dashed(String text) {
        String word = text.strip();
        boolean isDashed = word.startsWith("-") && !word.startsWith("--");
        return isDashed && parse(text).wanted().equals(List.of(new Word(word.substring(1))))
                ? Optional.of(word.substring(1))
                : Optional.empty();
    }

    /** Whether it asks for nothing. */
    public boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    /** Whether it says only what a note must not have, which finds nothing. */
    public boolean isExclusionsOnly() {
        return wanted.isEmpty() && !unwanted.isEmpty();
    }

    /** One thing that a note has or has not. */
    public sealed interface Clause {}

    /** A word in any spelling of it: case, accents and the endings of its language aside. May split into several: {@code Llama-3.1}. */
    public record Word(String text) implements Clause {}

    /** Words next to each other, exactly as they are but for case and accents. */
    public record Phrase(String text) implements Clause {}

    /** The tag, or one nested in it, in any case. */
    public record Tagged(Tag tag) implements Clause {}

    /** A path that begins so, in any case: {@code systems/}, {@code systems/ea}. */
    public record Under(String prefix) implements Clause {}
}
