package garden.markdown.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands after the fence of a block of code, as Quartz and Rehype Pretty Code write it:
 * {@code js title="a.js" {1,3-5} /word/ showLineNumbers{20}}. What is not understood is ignored.
 *
 * @param language empty when none is named
 * @param title empty when there is none
 * @param firstNumber of the first line; empty when lines have no numbers
 * @param marked lines to stand out, from 1, at most {@link #MAX_LINE}
 * @param words to stand out, literally
 */
public record CodeInfo(String language, String title, OptionalInt firstNumber, BitSet marked, List<String> words) {

    static final int MAX_LINE = 100_000;

    private static final int MAX_CHARS = 1_000;
    private static final int MAX_WORDS = 10;
    private static final String MERMAID = "mermaid";

    /** Each part is over one class of characters, so that nothing backtracks far within {@link #MAX_CHARS}. */
    private static final Pattern PART =
            Pattern.compile("title=(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>\\S+))"
                    + "|showLineNumbers(?:\\{(?<first>[0-9]{1,6})\\})?"
                    + "|\\{(?<lines>[0-9, -]*)\\}"
                    + "|/(?<word>[^/]+)/"
                    + "|(?<other>\\S+)");

    /** Pandoc and R Markdown write a language as {@code {.python}} and {@code {python}}. */
    private static final Pattern BRACES = Pattern.compile("^\\{\\.?|\\}$");

    private static final Pattern LINES = Pattern.compile("([0-9]{1,6})(?: *- *([0-9]{1,6}))?");

    public CodeInfo {
        marked = (BitSet) marked.clone();
        words = List.copyOf(words);
    }

    @Override
    public BitSet marked() {
        return (BitSet) marked.clone();
    }

    /** Reads the first thousand characters of {@code info}. */
    public static CodeInfo of(String info) {
        String text = info.substring(0, Math.min(info.length(), MAX_CHARS)).strip();
        String language = "";
        String title = "";
        OptionalInt firstNumber = OptionalInt.empty();
        BitSet marked = new BitSet();
        List<String> words = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group().startsWith("title=")) {
                title = title(part);
            } else if (part.group("lines") != null) {
                mark(part.group("lines"), marked);
            } else if (part.group("word") != null && words.size() < MAX_WORDS) {
                words.add(part.group("word"));
            } else if (part.group().startsWith("showLineNumbers")) {
                firstNumber = OptionalInt.of(part.group("first") == null ? 1 : Integer.parseInt(part.group("first")));
            } else if (language.isEmpty() && part.group("other") != null) {
                language = BRACES.matcher(part.group("other")).replaceAll("");
            }
        }
        return new CodeInfo(language, title.strip(), firstNumber, marked, words);
    }

    private static String title(Matcher part) {
        for (String form : List.of("double", "single", "bare")) {
            if (part.group(form) != null) {
                return part.group(form);
            }
        }
        return "";
    }

    private static void mark(String lines, BitSet marked) {
        Matcher range = LINES.matcher(lines);
        while (range.find()) {
            int first = Math.min(MAX_LINE, Integer.parseInt(range.group(1)));
            int last = range.group(2) == null ? first : Math.min(MAX_LINE, Integer.parseInt(range.group(2)));
            if (first <= last) {
                marked.set(first, last + 1);
            }
        }
    }

    /** Whether lines must be told apart. */
    public boolean hasLines() {
        return firstNumber.isPresent() || !marked.isEmpty();
    }

    /** Whether the block is a diagram. */
    public boolean isDiagram() {
        return language.equals(MERMAID);
    }
}
