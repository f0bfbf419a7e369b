package garden.markdown.text;

import garden.markdown.text.HiddenText.Kind;
import garden.markdown.text.HiddenText.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks through an {@link InlineText} for what is hidden. Owned by one thread. */
final class InlineScan {

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private static final String INSTRUCTION = "<?";
    private static final String INSTRUCTION_END = "?>";
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final InlineText inline;
    private final String content;
    private final boolean isHtml;
    private final Remarks remarks;
    private final List<Part> parts;
    private final Map<Integer, Integer> lastRuns = new HashMap<>();
    private final Map<String, Boolean> hasEnd = new HashMap<>();
    private final Map<String, Integer> nextSigns = new HashMap<>();

    /** Adds what it finds to {@code parts}. */
    InlineScan(InlineText inline, Remarks remarks, List<Part> parts) {
        this.inline = inline;
        this.content = inline.content();
        this.isHtml = inline.leaf().kind() == Leaf.Kind.HTML;
        this.remarks = remarks;
        this.parts = parts;
    }

    /** Reads all; the offset where the text goes on when a remark ends behind it. */
    OptionalInt resumed() {
        findRuns();
        int i = 0;
        while (i < content.length()) {
            if (content.startsWith(Remarks.MARK, i) && inline.leaf().hasRemarks()) {
                int end = remarks.take(inline.offset(i), inline.isLineStart(i));
                if (end > inline.end()) {
                    return OptionalInt.of(end);
                }
                i = end < 0 ? i + Remarks.MARK.length() : inline.index(end);
            } else {
                i = next(i);
            }
        }
        return OptionalInt.empty();
    }

    private int next(int i) {
        return switch (content.charAt(i)) {
            case '\\' -> isHtml ? i + 1 : i + 2;
            case '`' -> isHtml ? i + 1 : afterRun(i);
            case '$' -> isHtml ? i + 1 : i + Math.max(1, MathSyntax.length(content, i));
            case '<' -> afterHtml(i);
            default -> i + 1;
        };
    }

    private void findRuns() {
        for (int i = 0; i < content.length(); i = Math.max(i + 1, runEnd(i))) {
            if (content.charAt(i) == '`') {
                lastRuns.put(runEnd(i) - i, i);
            }
        }
    }

    /** Behind a code span, or behind signs that begin none (CommonMark 0.31, section 6.1). */
    private int afterRun(int start) {
        int open = runEnd(start);
        int length = open - start;
        if (lastRuns.getOrDefault(length, start) <= start) {
            return open;
        }
        int i = open;
        while (true) {
            int run = content.indexOf('`', i);
            i = runEnd(run);
            if (i - run == length) {
                return i;
            }
        }
    }

    private int runEnd(int start) {
        int i = start;
        while (i < content.length() && content.charAt(i) == '`') {
            i++;
        }
        return i;
    }

    private int afterHtml(int start) {
        if (content.startsWith(COMMENT, start)) {
            return after(Kind.HTML_COMMENT, start, COMMENT_END, 2);
        }
        if (content.startsWith(CDATA, start)) {
            return after(Kind.HTML_COMMENT, start, CDATA_END, 2);
        }
        if (content.startsWith(INSTRUCTION, start)) {
            boolean isShown = !isHtml && next("\n", start) < next(INSTRUCTION_END, start + 2);
            return isShown ? start + 1 : after(Kind.HTML_COMMENT, start, INSTRUCTION_END, 2);
        }
        Optional<String> name = RawHtml.hiddenNameAt(content, start);
        return name.isPresent() ? after(Kind.HTML_ELEMENT, start, "</" + name.get(), 1) : start + 1;
    }

    /** Behind what ends with {@code end}. Without an end only a block of HTML hides the rest of itself. */
    private int after(Kind kind, int start, String end, int skipped) {
        int found = find(end, start + skipped);
        int close = kind == Kind.HTML_COMMENT || found < 0 ? found + end.length() - 1 : content.indexOf('>', found);
        if (found < 0 && !isHtml) {
            return start + 1;
        }
        int to = found < 0 || close < 0 ? content.length() : close + 1;
        parts.add(new Part(kind, inline.offset(start), to == content.length() ? inline.end() : inline.offset(to)));
        return to;
    }

    /** Where {@code sign} is next; looks at each character once, however often it is asked. flexmark's instructions stay on one line. */
    private int next(String sign, int from) {
        int known = nextSigns.getOrDefault(sign, -1);
        if (known < from) {
            int found = content.indexOf(sign, from);
            known = found < 0 ? content.length() : found;
            nextSigns.put(sign, known);
        }
        return known;
    }

    private int find(String end, int from) {
        if (!hasEnd.getOrDefault(end, true)) {
            return -1;
        }
        int found = RawHtml.indexOfIgnoringCase(content, end, from);
        hasEnd.put(end, found >= 0);
        return found;
    }
}
