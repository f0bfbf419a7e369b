package garden.web.answer;

import garden.text.Sha256;
import java.util.Locale;
import java.util.Set;

/**
 * What a page shows, as 16 hexadecimal digits. White space that no browser shows does not count (CSS Text 3, 4.1): several spaces are one,
 * and none stands at the edge of a block; what a note hides leaves no more than that.
 */
final class PageHash {

    private static final int DIGITS = 16;

    /** Elements in which every space counts. */
    private static final Set<String> VERBATIM = Set.of("pre", "code", "textarea", "script", "style");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "blockquote",
            "section",
            "article",
            "header",
            "footer",
            "nav",
            "main",
            "aside",
            "details",
            "summary",
            "figure",
            "hr",
            "br",
            "pre");

    private final String html;
    private final StringBuilder shown;
    private int at;
    private boolean isSpaceDue;
    private boolean isAtEdge = true;

    private PageHash(String html) {
        this.html = html;
        this.shown = new StringBuilder(html.length());
    }

    static String of(String html) {
        return Sha256.hex(new PageHash(html).shown()).substring(0, DIGITS);
    }

    private String shown() {
        while (at < html.length()) {
            char sign = html.charAt(at);
            if (sign == '<') {
                tag();
            } else if (isSpace(sign)) {
                isSpaceDue = true;
                at++;
            } else {
                space();
                shown.append(sign);
                isAtEdge = false;
                at++;
            }
        }
        return shown.toString();
    }

    private void space() {
        if (isSpaceDue && !isAtEdge) {
            shown.append(' ');
        }
        isSpaceDue = false;
    }

    private void tag() {
        String name = name();
        boolean isBlock = BLOCKS.contains(name);
        if (isBlock) {
            isSpaceDue = false;
        }
        space();
        int end = isVerbatim(name) ? end("</" + name) : end(">");
        shown.append(html, at, end);
        at = end;
        isAtEdge = isBlock;
    }

    /** Formulas too: TeX ends a remark at the end of its line. */
    private boolean isVerbatim(String name) {
        boolean isEnd = html.startsWith("</", at);
        return !isEnd && (VERBATIM.contains(name) || html.startsWith(name + " class=\"math", at + 1));
    }

    /** Behind the first such text; the end of the page when there is none. */
    private int end(String text) {
        int found = html.indexOf(text, at);
        return found < 0 ? html.length() : found + text.length();
    }

    private String name() {
        int begin = at + 1 < html.length() && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int end = begin;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(begin, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r';
    }
}
