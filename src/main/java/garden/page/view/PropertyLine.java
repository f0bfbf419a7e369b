package garden.page.view;

import java.util.List;
import java.util.Optional;

/** A line of the panel that shows what the front matter of a note says. {@code name} as written. */
public record PropertyLine(String name, Shown value) {

    /** How a value is shown. */
    public sealed interface Shown {}

    /** A text, or a number. */
    public record Words(List<Word> words) implements Shown {

        public Words {
            words = List.copyOf(words);
        }
    }

    /** A list of texts. */
    public record Chips(List<Words> chips) implements Shown {

        public Chips {
            chips = List.copyOf(chips);
        }
    }

    /** True or false. */
    public record Checkbox(boolean isChecked) implements Shown {}

    /** A day or a moment: {@code iso} for machines. */
    public record Time(String iso, String text) implements Shown {}

    /**
     * A stretch of a text.
     *
     * @param style the classes of a link, such as {@code internal broken}; empty for words that are no link
     * @param href empty when it leads nowhere
     * @param tooltip empty when there is none
     */
    public record Word(String text, String style, Optional<String> href, Optional<String> tooltip) {}
}
