package garden.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** The words of a piece of a note without its markup. */
final class PlainText {

    private PlainText() {}

    /** All words inside {@code node}: what an image's alternative text is. */
    static String inside(Node node) {
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
    static String unescaped(BasedSequence chars) {
        return normalized(chars.unescape());
    }

    /** What a code span shows: line ends are spaces, one space inside each end goes (CommonMark 0.31, section 6.1). */
    static String code(Code code) {
        String text = normalized(code.getText().toString()).replace('\n', ' ');
        boolean isPadded = text.length() > 1 && text.startsWith(" ") && text.endsWith(" ");
        return isPadded && text.chars().anyMatch(c -> c != ' ') ? text.substring(1, text.length() - 1) : text;
    }

    /** Line ends as {@code \n}. */
    static String normalized(CharSequence chars) {
        String text = chars.toString();
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
