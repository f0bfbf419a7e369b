package garden.markdown.syntax;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.text.HiddenText;
import garden.markdown.text.MathSyntax;
import garden.markdown.text.RemarkMask;
import java.util.List;
import java.util.function.Function;

/** Wikilinks, tags, comments, math and block ids: what Obsidian adds to a paragraph. Each scan is linear in what it takes. */
public final class ObsidianInlines {

    static final List<InlineSyntax> ALL = all(WikiNode::new);

    static final List<InlineSyntax> ALL_LABEL_FIRST = all(WikiNode::labelFirst);

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private ObsidianInlines() {}

    private static List<InlineSyntax> all(Function<BasedSequence, Node> wikiNode) {
        return List.of(
                new InlineSyntax("[!", ObsidianInlines::wikiLink, wikiNode),
                new InlineSyntax("#", ObsidianInlines::tag, TagNode::new),
                new InlineSyntax("%", ObsidianInlines::comment, CommentNode::new),
                new InlineSyntax(
                        "" + RemarkMask.REMARK + RemarkMask.REMARK_BLOCK, ObsidianInlines::masked, CommentNode::new),
                new InlineSyntax("$", MathSyntax::length, MathNode::new),
                new InlineSyntax("^", BlockIdNode::length, BlockIdNode::new));
    }

    /**
     * Ends with {@code ]]} on the same line, before another {@code [[}; single brackets may be part of a name. A link in brackets of its own,
     * {@code [[[a]]]}, is a link from the second one on.
     */
    public static int wikiLink(BasedSequence text, int start) {
        int open = text.charAt(start) == '!' ? start + 1 : start;
        if (!text.matchChars("[[", open)) {
            return 0;
        }
        int inner = text.matchChars("[[[", open) ? wikiLinkEnd(text, open + 1) : 0;
        int end = inner > 0 && text.matchChars("]", inner) ? 0 : wikiLinkEnd(text, open);
        return end == 0 ? 0 : end - start;
    }

    /** Where a link ends whose brackets open at {@code open}; 0 when it is none. */
    private static int wikiLinkEnd(BasedSequence text, int open) {
        int brackets = 0;
        for (int i = open + 2; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            char next = text.charAt(i + 1);
            if (c == '\n' || c == '\r' || (c == '[' && next == '[')) {
                return 0;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']' && next == ']' && (brackets == 0 || !text.matchChars("]]]", i))) {
                return isEmptyLink(text, open + 2, i) ? 0 : i + 2;
            } else if (c == ']') {
                brackets = Math.max(0, brackets - 1);
            }
        }
        return 0;
    }

    private static boolean isEmptyLink(BasedSequence text, int start, int end) {
        String address = text.subSequence(start, end).toString();
        int bar = address.indexOf('|');
        String name = (bar < 0 ? address : address.substring(0, bar)).strip();
        return name.chars().allMatch(c -> c == '#' || c == '\\');
    }

    /** After white space or at the start; letters, digits, emoji, {@code _}, {@code -}, levels split by {@code /}; not digits alone. */
    static int tag(BasedSequence text, int start) {
        if (start > 0 && !isSpace(text.charAt(start - 1))) {
            return 0;
        }
        int end = start + 1;
        boolean isNumber = true;
        while (end < text.length()) {
            int c = Character.codePointAt(text, end);
            boolean isLevel = c == '/' && end > start + 1 && text.charAt(end - 1) != '/';
            if (!isLevel && !isTagCharacter(c)) {
                break;
            }
            isNumber &= c == '/' || Character.isDigit(c);
            end += Character.charCount(c);
        }
        if (text.charAt(end - 1) == '/') {
            end--;
        }
        return isNumber ? 0 : end - start;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isTagCharacter(int c) {
        return c == '_'
                || c == '-'
                || c == ZERO_WIDTH_JOINER
                || Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.OTHER_SYMBOL -> true;
                    case Character.MODIFIER_SYMBOL -> Character.isSupplementaryCodePoint(c);
                    default -> false;
                };
    }

    private static int masked(BasedSequence text, int start) {
        int end = start;
        while (end < text.length() && RemarkMask.isMask(text.charAt(end))) {
            end++;
        }
        return end - start;
    }

    /** Where {@link HiddenText} took for code what is none, a remark is still none of the readers': up to the next mark of the paragraph. */
    static int comment(BasedSequence text, int start) {
        if (!text.matchChars("%%", start)) {
            return 0;
        }
        int end = text.indexOf("%%", start + 2);
        return end < 0 ? 0 : end + 2 - start;
    }
}
