package garden.markdown.html;

import garden.markdown.budget.OverBudgetException;
import garden.markdown.text.HiddenText;
import garden.markdown.text.RemarkMask;
import java.io.Serial;

/**
 * HTML as it grows, up to a limit. Owned by one thread.
 *
 * <p>The limit holds while writing, so that no page is built first and refused afterwards.
 */
public final class HtmlOut {

    /** Thrown from deep inside a tree, turned into the checked kind at the top. */
    public static final class FullException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        private final int maxChars;

        FullException(int maxChars) {
            super("HTML over " + maxChars + " characters");
            this.maxChars = maxChars;
        }

        /** The same, said to who renders. */
        public OverBudgetException overBudget() {
            return new OverBudgetException("its page is too large: expected at most " + maxChars + " characters");
        }
    }

    private static final String PARAGRAPH = "<p>";

    private final StringBuilder html = new StringBuilder();
    private final int maxChars;

    /** @param maxChars UTF-16 units; beyond them writing ends with {@link FullException} */
    public HtmlOut(int maxChars) {
        this.maxChars = maxChars;
    }

    /** Markup as it is. */
    public HtmlOut raw(CharSequence markup) {
        if (html.length() + markup.length() > maxChars) {
            throw new FullException(maxChars);
        }
        html.append(markup);
        return this;
    }

    /** Text, escaped, without what stands for {@link HiddenText}; also right inside a quoted attribute. */
    public HtmlOut text(CharSequence text) {
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escape = escape(c);
            if (!escape.isEmpty() || RemarkMask.isMask(c)) {
                raw(text.subSequence(copied, i)).raw(escape);
                copied = i + 1;
            }
        }
        return raw(text.subSequence(copied, text.length()));
    }

    /** An attribute with a space before it. */
    HtmlOut attribute(String name, CharSequence value) {
        return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
    }

    /** A line end, unless there is one already or nothing yet. */
    HtmlOut line() {
        return html.isEmpty() || html.charAt(html.length() - 1) == '\n' ? this : raw("\n");
    }

    /** Ends a paragraph, or takes it back when nothing stands in it yet. */
    HtmlOut endParagraph() {
        int end = html.length();
        while (end > 0 && Character.isWhitespace(html.charAt(end - 1))) {
            end--;
        }
        if (end >= PARAGRAPH.length()
                && html.substring(end - PARAGRAPH.length(), end).equals(PARAGRAPH)) {
            html.setLength(end - PARAGRAPH.length());
            return this;
        }
        return raw("</p>").line();
    }

    int length() {
        return html.length();
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
        };
    }
}
