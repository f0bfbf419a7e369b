package garden.markdown.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a block of raw HTML begins and ends: the seven kinds of CommonMark 0.31, section 4.6, in its order. */
public enum HtmlKind {
    /** Elements whose content keeps its lines. */
    VERBATIM("(?i)<(?:script|pre|style|textarea)(?=[ \\t>]|$)", "(?i)</(?:script|pre|style|textarea)>"),
    COMMENT("<!--", "-->"),
    INSTRUCTION("<\\?", "\\?>"),
    DECLARATION("<![A-Za-z]", ">"),
    CDATA("<!\\[CDATA\\[", "]]>"),
    /** Elements that are blocks. */
    BLOCK(
            "(?i)</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog"
                + "|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html"
                + "|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=["
                + " \\t]|/?>|$)",
            null),
    /** Any whole tag that is alone on its line. */
    TAG(
            "<(?:[A-Za-z][A-Za-z0-9-]*+(?:\\s++[A-Za-z_:][\\w.:-]*+(?:\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'=<>`]++))?)*+"
                + "\\s*+/?|/[A-Za-z][A-Za-z0-9-]*+\\s*+)>\\s*+$",
            null);

    private final Pattern start;
    private final @Nullable Pattern end;

    HtmlKind(String start, @Nullable String end) {
        this.start = Pattern.compile(start);
        this.end = end == null ? null : Pattern.compile(end);
    }

    /** What begins at {@code index} of a line; the line's end is not part of it. */
    public static Optional<HtmlKind> at(CharSequence line, int index) {
        if (index >= line.length() || line.charAt(index) != '<') {
            return Optional.empty();
        }
        for (HtmlKind kind : values()) {
            if (kind.start
                    .matcher(line)
                    .region(index, line.length())
                    .useTransparentBounds(true)
                    .lookingAt()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether a paragraph must have ended before. */
    public boolean isAfterParagraphs() {
        return this == TAG;
    }

    /** Whether the first blank line ends the block. */
    public boolean endsAtBlank() {
        return end == null;
    }

    /** Whether {@code line} is the last of the block: so for the kinds that a blank line does not end. */
    public boolean isLast(CharSequence line) {
        return end != null && end.matcher(line).find();
    }
}
