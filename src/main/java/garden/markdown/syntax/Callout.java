package garden.markdown.syntax;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The mark that makes a quotation a callout: {@code [!type]}, {@code [!type]+} or {@code [!type]-}, as in Obsidian and, in upper
 * case, on GitHub.
 *
 * @param type one of {@link #TYPES}; {@code note} for a type that is not known
 * @param name the type as written but for its case: what stands in for a title
 */
public record Callout(String type, String name, Fold fold) {

    /** Whether a reader can fold a callout away, and how it is at first. */
    public enum Fold {
        FIXED,
        OPEN,
        FOLDED
    }

    /** The types that have a look of their own. */
    public static final Set<String> TYPES = Set.of(
            "note",
            "abstract",
            "info",
            "todo",
            "tip",
            "success",
            "question",
            "warning",
            "failure",
            "danger",
            "bug",
            "example",
            "quote");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("summary", "abstract"),
            Map.entry("tldr", "abstract"),
            Map.entry("hint", "tip"),
            Map.entry("important", "tip"),
            Map.entry("check", "success"),
            Map.entry("done", "success"),
            Map.entry("help", "question"),
            Map.entry("faq", "question"),
            Map.entry("caution", "warning"),
            Map.entry("attention", "warning"),
            Map.entry("fail", "failure"),
            Map.entry("missing", "failure"),
            Map.entry("error", "danger"),
            Map.entry("cite", "quote"));

    private static final int MAX_TYPE_CHARS = 100;

    /**
     * Length of the mark at {@code start}; 0 when there is none. What follows a {@code |} in the brackets is for Obsidian's themes
     * alone. A bracket or colon right behind means a link.
     */
    static int length(BasedSequence line, int start) {
        if (!line.matchChars("[!", start)) {
            return 0;
        }
        int end = start + 2;
        int max = Math.min(line.length(), end + MAX_TYPE_CHARS);
        while (end < max && isTypeCharacter(line.charAt(end))) {
            end++;
        }
        boolean isEmpty = line.subSequence(start + 2, end).isBlank();
        if (end < max && line.charAt(end) == '|') {
            end = line.indexOf(']', end);
        }
        if (isEmpty || end < 0 || end >= line.length() || line.charAt(end) != ']') {
            return 0;
        }
        end++;
        boolean isFolding = end < line.length() && (line.charAt(end) == '+' || line.charAt(end) == '-');
        boolean isLink = end < line.length() && (line.charAt(end) == '(' || line.charAt(end) == ':');
        return isLink ? 0 : end + (isFolding ? 1 : 0) - start;
    }

    private static boolean isTypeCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ' ';
    }

    /** What a mark of that {@link #length} says. */
    static Callout of(String mark) {
        int end = mark.indexOf(']');
        int bar = mark.indexOf('|');
        String name = mark.substring(2, bar < 0 ? end : bar).strip().toLowerCase(Locale.ROOT);
        String type = ALIASES.getOrDefault(name, name);
        Fold fold = mark.endsWith("+") ? Fold.OPEN : mark.endsWith("-") ? Fold.FOLDED : Fold.FIXED;
        return new Callout(TYPES.contains(type) ? type : "note", name, fold);
    }

    /** The title of a callout that was given none. */
    public String defaultTitle() {
        int first = Character.charCount(name.codePointAt(0));
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }
}
