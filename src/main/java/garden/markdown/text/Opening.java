package garden.markdown.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown that opens again what stands around a place in a text, so that what follows the place reads as it does there. It says
 * nothing: no words, no links.
 */
public final class Opening {

    /** For what goes on inside a line. */
    static final String OF_WORDS = String.valueOf(RemarkMask.REMARK);

    private static final int MAX_COLUMNS = 1_000;
    private static final int MAX_WIDTH = 14;
    private static final int MAX_SPACE = 4;

    /** GitHub's specification, section 4.10. */
    private static final Pattern DELIMITERS =
            Pattern.compile("\\|?[ \\t]*+:?-++:?[ \\t]*+(?:\\|[ \\t]*+:?-++:?[ \\t]*+)*+\\|?[ \\t]*+(?=[\\r\\n]|\\z)");

    private Opening() {}

    /** For a block inside {@code around}. */
    static String ofBlock(Containers around) {
        return around.size() == 0 ? "" : ofParagraph(around) + blank(around);
    }

    /** For a line of a paragraph inside {@code around}. */
    static String ofParagraph(Containers around) {
        StringBuilder marks = new StringBuilder();
        around.widths().forEach(width -> marks.append(mark(width)));
        return marks + OF_WORDS + "\n";
    }

    /** For a row of a table inside {@code around}. */
    static String ofTable(Containers around, int columns) {
        String before = prefix(around);
        return ofBlock(around) + before + "|" + (OF_WORDS + "|").repeat(columns) + "\n" + before + "|"
                + "-|".repeat(columns) + "\n";
    }

    /** How many columns a row of delimiters has that stands at {@code start} in a text; 0 when none does, or too many. */
    static int columns(String text, int start) {
        Matcher row = DELIMITERS.matcher(text).region(start, text.length()).useTransparentBounds(true);
        if ("|:-".indexOf(text.charAt(start)) < 0 || !row.lookingAt()) {
            return 0;
        }
        String cells = row.group().strip();
        int bars = (int) cells.chars().filter(c -> c == '|').count();
        int columns = bars + 1 - (cells.startsWith("|") ? 1 : 0) - (cells.endsWith("|") ? 1 : 0);
        return bars > 0 && columns <= MAX_COLUMNS ? columns : 0;
    }

    private static String blank(Containers around) {
        return prefix(around).stripTrailing() + "\n";
    }

    private static String prefix(Containers around) {
        StringBuilder prefix = new StringBuilder();
        around.widths().forEach(width -> prefix.append(width == Containers.QUOTE ? "> " : " ".repeat(width)));
        return prefix.toString();
    }

    /** Of a quotation, or of a list item whose content stands {@code width} columns to the right. */
    private static String mark(int width) {
        if (width == Containers.QUOTE) {
            return "> ";
        }
        int columns = Math.min(width, MAX_WIDTH);
        int digits = columns - 1 - MAX_SPACE;
        String mark = digits > 0 ? "1".repeat(digits) + "." : "-";
        return mark + " ".repeat(columns - mark.length());
    }
}
