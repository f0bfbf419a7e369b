package garden.markdown.reading;

import garden.markdown.text.TextParts;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The definitions of links in a text that is read in parts, so that they hold in all (CommonMark 0.31, section 4.7). Immutable. */
final class Definitions {

    /** Longer lines hold for their own part only. */
    private static final int MAX_CHARS = 2_000;

    private static final Pattern DEFINITION = Pattern.compile(
            "(\\[([^\\[\\]\\r\\n]{1,999}+)\\]:[ \\t]*+[^ \\t\\r\\n][^\\r\\n]{0," + MAX_CHARS + "}+)(?=[\\r\\n]|\\z)");

    private static final Pattern LABEL = Pattern.compile("\\[([^\\[\\]]{1,999}+)\\]");

    static final Definitions NONE = new Definitions("", List.of());

    private final Map<String, String> byLabel = new HashMap<>();

    /** Those that begin at {@code starts} in {@code text}. The first of a label counts. */
    Definitions(String text, List<Integer> starts) {
        Matcher definition = DEFINITION.matcher(text);
        for (int start : starts) {
            if (definition.region(start, text.length()).lookingAt()) {
                byLabel.putIfAbsent(References.fold(definition.group(2)), definition.group(1));
            }
        }
    }

    /** Those whose labels stand in {@code part}, as Markdown to be read before it. */
    String usedIn(String part) {
        if (byLabel.isEmpty()) {
            return "";
        }
        Set<String> used = new LinkedHashSet<>();
        int length = 0;
        Matcher label = LABEL.matcher(part);
        while (length < TextParts.MAX_CHARS && label.find()) {
            String definition = byLabel.get(References.fold(label.group(1)));
            if (definition != null && used.add(definition)) {
                length += definition.length();
            }
        }
        return used.isEmpty() ? "" : String.join("\n\n", used) + "\n\n";
    }
}
