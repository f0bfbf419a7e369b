package garden.markdown.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which way a text runs. */
public enum Direction {
    LTR,
    RTL;

    private static final Set<String> RTL_LANGUAGES = Set.of(
            "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "lrc", "mzn", "nqo", "pnb", "prs", "ps",
            "sd", "sdh", "skr", "syr", "ug", "ur", "yi");

    private static final Set<String> RTL_SCRIPTS =
            Set.of("adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa");

    /** The first letter of Hebrew's block: nothing before it runs from right to left. */
    private static final char FIRST_RTL = '\u0590';

    private static final int SCRIPT_LENGTH = 4;

    /** How elements begin and end, as the sanitizer prints them, whose letters say nothing about the text around. */
    private static final Map<String, String> NO_PROSE = Map.of(
            "<code", "</code>",
            "<pre", "</pre>",
            "<span class=\"math", "</span>",
            "<div class=\"math", "</div>",
            "<p class=\"embed-source\"", "</p>");

    /** As HTML's {@code dir} says it. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of the script that a language is written in; {@code language} is a tag of BCP 47. */
    public static Direction ofLanguage(String language) {
        String[] subtags = language.toLowerCase(Locale.ROOT).split("[-_]", -1);
        for (int i = 1; i < subtags.length && subtags[i].length() > 1; i++) {
            if (subtags[i].length() == SCRIPT_LENGTH && Character.isLetter(subtags[i].charAt(0))) {
                return RTL_SCRIPTS.contains(subtags[i]) ? RTL : LTR;
            }
        }
        return RTL_LANGUAGES.contains(subtags[0]) ? RTL : LTR;
    }

    /** That of the first letter of a text (Unicode's UAX 9, rule P2); empty when it has none. */
    public static Optional<Direction> ofText(CharSequence text) {
        return text.codePoints()
                .filter(c -> isRtl(c) || isLtr(c))
                .mapToObj(c -> isRtl(c) ? RTL : LTR)
                .findFirst();
    }

    /** That of the first letter that {@code html} shows outside of code and formulas: tags and escapes are none. */
    public static Optional<Direction> ofHtml(String html) {
        int at = 0;
        while (at < html.length()) {
            int end = switch (html.charAt(at)) {
                case '<' -> tagEnd(html, at);
                case '&' -> html.indexOf(';', at);
                default -> at;
            };
            if (end == at) {
                int c = html.codePointAt(at);
                if (isRtl(c) || isLtr(c)) {
                    return Optional.of(isRtl(c) ? RTL : LTR);
                }
                end = at + Character.charCount(c) - 1;
            }
            at = end < 0 ? html.length() : end + 1;
        }
        return Optional.empty();
    }

    /** Where the tag that begins at {@code at} ends, with what stands in it when that is no prose; -1 when nowhere. */
    private static int tagEnd(String html, int at) {
        for (Map.Entry<String, String> code : NO_PROSE.entrySet()) {
            if (html.startsWith(code.getKey(), at)) {
                int end = html.indexOf(code.getValue(), at);
                return end < 0 ? end : end + code.getValue().length() - 1;
            }
        }
        return html.indexOf('>', at);
    }

    /** Whether anything in a text runs from right to left. */
    public static boolean isMixed(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_RTL && isRtl(Character.codePointAt(text, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLtr(int c) {
        return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }

    private static boolean isRtl(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
