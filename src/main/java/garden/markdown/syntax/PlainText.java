package garden.markdown.syntax;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.text.HiddenText;
import garden.markdown.text.RemarkMask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a piece of a note without its markup. */
public final class PlainText {

    /** A number that is no character, since it has more digits than any (section 2.5). */
    private static final Pattern TOO_LONG = Pattern.compile("&#(?:[0-9]{8,}+|[xX][0-9a-fA-F]{7,}+);");

    private PlainText() {}

    /** All words inside {@code node}: what an image's alternative text is. */
    public static String inside(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child : node.getChildren()) {
            append(child, text);
        }
        return text.toString();
    }

    private static void append(Node node, StringBuilder text) {
        switch (node) {
            case SoftLineBreak lineBreak -> text.append(' ');
            case HardLineBreak lineBreak -> text.append(' ');
            case Code code -> text.append(code(code));
            case WikiNode wiki -> text.append(wiki.shown());
            case CommentNode comment -> {}
            case MathNode math -> text.append(math.tex());
            case HtmlInlineBase html -> {}
            default -> {
                if (node.hasChildren()) {
                    node.getChildren().forEach(child -> append(child, text));
                } else {
                    text.append(unescaped(node.getChars()));
                }
            }
        }
    }

    /** Backslash escapes and entities undone, line ends as {@code \n}. */
    public static String unescaped(BasedSequence chars) {
        Matcher tooLong = TOO_LONG.matcher(chars);
        StringBuilder text = new StringBuilder();
        int start = 0;
        while (tooLong.find()) {
            int end = tooLong.start() - backslashes(chars, start, tooLong.start()) % 2;
            text.append(chars.subSequence(start, end).unescape());
            text.append(chars, tooLong.start(), tooLong.end());
            start = tooLong.end();
        }
        return normalized(text.append(chars.subSequence(start).unescape()));
    }

    /** How many backslashes stand right before {@code end}. */
    private static int backslashes(CharSequence chars, int start, int end) {
        int first = end;
        while (first > start && chars.charAt(first - 1) == '\\') {
            first--;
        }
        return end - first;
    }

    /**
     * What a code span shows: line ends are spaces, one space inside each end goes (CommonMark 0.31, section 6.1); in a table an escaped
     * bar is a bar, the only escape that works in code (GitHub's specification, section 4.10).
     */
    public static String code(Code code) {
        String text = normalized(code.getText().toString()).replace('\n', ' ');
        text = inCell(code, text);
        boolean isPadded = text.length() > 1 && text.startsWith(" ") && text.endsWith(" ");
        return isPadded && text.chars().anyMatch(c -> c != ' ') ? text.substring(1, text.length() - 1) : text;
    }

    /** {@code text} as it is in a table, if {@code node} is in one: an escaped bar is a bar, whatever it stands in (same section). */
    static String inCell(Node node, String text) {
        boolean isBar = text.indexOf('|') >= 0 && node.getAncestorOfType(TableCell.class) != null;
        return isBar ? text.replace("\\|", "|") : text;
    }

    /** Line ends as {@code \n}, and nothing of what stands for {@link HiddenText}. */
    public static String normalized(CharSequence chars) {
        String text = RemarkMask.unmasked(chars.toString());
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
