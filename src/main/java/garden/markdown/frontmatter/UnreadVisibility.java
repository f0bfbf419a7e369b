package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontValue.Scalar;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what front matter that is no YAML or TOML says of who may see the note: a draft with a mistake in its title is a draft all the
 * same. Whatever it does not understand hides. Linear in the text but for what follows a key.
 */
record UnreadVisibility(String text) {

    /** What is read of a value; what is longer says neither true nor false. */
    private static final int MAX_VALUE = 1_000;

    /** The keys of {@link VisibilityKey} at the start of a line or inside braces, with quotes or without, and the sign after them. */
    private static final Pattern KEY = Pattern.compile(
            "(?:^[" + VisibilityKey.BLANK + "]*(?:[?-][ \\t]+){0,9}|[{,][ \\t]*)(?:[&!]\\S{0,99}[ \\t]+){0,2}[\"']?("
                    + Stream.of(VisibilityKey.values())
                            .map(key -> Pattern.quote(key.key()))
                            .collect(Collectors.joining("|"))
                    + ")[\"']?[" + VisibilityKey.BLANK + "]*(?:\\R[ \\t]*)?[:=\\uFF1A\\uFF1D]",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** What is merged may say anything. */
    private static final Pattern MERGE =
            Pattern.compile("(?m)^[ \\t]*([\"']?)" + YamlFrontMatter.MERGE + "\\1[ \\t]*:");

    /** Lines after the first that belong to a value: those further in, items of a list, blank ones and comments. */
    private static final Pattern NEXT_LINE = Pattern.compile("\\R(?=[ \\t\\r\\n#-]|$)");

    private static final Pattern TAG_OR_ANCHOR = Pattern.compile("^(?:(?:&\\S+|!\\S*)(?:\\s+|$))+");
    private static final Pattern EMPTY = Pattern.compile("|[|>][-+0-9]{0,2}|''|\"\"|~|(?i:null)|\\[\\s*]|\\{\\s*}?");
    private static final Pattern BLOCK_SIGN = Pattern.compile("^[|>][-+0-9]{0,2}(?=\\s|$)");
    private static final Pattern COMMENT = Pattern.compile("(?:^|(?<=\\s))#[^\\r\\n]*");

    /** All that is said; where it says several things, what shows the note to fewest. */
    SpokenVisibility read() {
        SpokenVisibility spoken = MERGE.matcher(text).find() ? SpokenVisibility.HIDDEN : SpokenVisibility.NOTHING;
        Matcher found = KEY.matcher(text);
        int at = 0;
        while (found.find(at)) {
            boolean isInBraces = found.group().startsWith("{") || found.group().startsWith(",");
            String value = isInBraces ? upTo(found.end(), ",}") : lines(found.end());
            spoken = spoken.and(said(found.group(1), bare(value)));
            at = found.end();
        }
        return spoken;
    }

    private static SpokenVisibility said(String written, String value) {
        VisibilityKey key = VisibilityKey.of(written).orElseThrow();
        if (EMPTY.matcher(value).matches()) {
            return SpokenVisibility.NOTHING;
        }
        return text(key, BLOCK_SIGN.matcher(value).replaceFirst("").strip());
    }

    private static SpokenVisibility text(VisibilityKey key, String value) {
        if (value.startsWith("*") || value.indexOf('\\') >= 0 || value.length() >= MAX_VALUE) {
            return SpokenVisibility.HIDDEN;
        }
        Stream<String> words =
                key.isOptional() ? Arrays.stream(value.split("[\\s,\\[\\]\"'-]+")) : Stream.of(unquoted(value));
        return words.filter(word -> !word.isEmpty())
                .map(word -> key.says(new Scalar(word, true, 1)).orElse(SpokenVisibility.HIDDEN))
                .reduce(SpokenVisibility.NOTHING, SpokenVisibility::and);
    }

    private String upTo(int start, String stops) {
        int end = start;
        int limit = Math.min(text.length(), start + MAX_VALUE);
        while (end < limit && stops.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    /** What follows on the line, and the lines that belong to it. */
    private String lines(int start) {
        int limit = Math.min(text.length(), start + MAX_VALUE);
        Matcher next = NEXT_LINE.matcher(text);
        int end = lineEnd(start, limit);
        while (end < limit && next.region(end, text.length()).lookingAt()) {
            end = lineEnd(next.end(), limit);
        }
        return text.substring(start, end);
    }

    private int lineEnd(int start, int limit) {
        int end = start;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Without comments, and without what stands before a value in YAML. */
    private static String bare(String value) {
        String text = COMMENT.matcher(value).replaceAll("").strip();
        return TAG_OR_ANCHOR.matcher(text).replaceFirst("").strip();
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1
                && (text.startsWith("\"") || text.startsWith("'"))
                && text.charAt(0) == text.charAt(text.length() - 1);
        return isQuoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
