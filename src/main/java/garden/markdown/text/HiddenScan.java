package garden.markdown.text;

import garden.markdown.text.HiddenText.Kind;
import garden.markdown.text.HiddenText.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@link HiddenText}: follows quotations, lists and footnotes line by line, passes over code and math, and looks into the rest.
 * After a remark the text goes on where the remark began, as if it were not there. Each character is looked at a few times at most.
 * Owned by one thread.
 */
final class HiddenScan {

    private final String text;
    private final Remarks remarks;
    private final List<Part> parts = new ArrayList<>();
    private final TextParts textParts;
    private Containers containers = Containers.NONE;
    private Leaf leaf = Leaf.NONE;
    private @Nullable InlineText open;
    private OptionalInt resumed = OptionalInt.empty();

    private HiddenScan(String text, TextParts textParts) {
        this.text = text;
        this.textParts = textParts;
        this.remarks = new Remarks(text, parts);
    }

    /** In the order of the text; {@code textParts} learns of all lines. */
    static List<Part> parts(String text, int bodyStart, TextParts textParts) {
        HiddenScan scan = new HiddenScan(text, textParts);
        scan.read(bodyStart);
        return scan.parts;
    }

    private void read(int bodyStart) {
        int position = bodyStart;
        while (position < text.length() || isResumed()) {
            if (resumed.isPresent()) {
                position = nextLine(resume(resumed.getAsInt()));
            } else {
                int end = lineEnd(position);
                line(position, new LineCursor(text, position, end));
                position = nextLine(end);
            }
        }
    }

    /** Reads a whole line. Where a remark is found that ends behind it, this is told by {@link #resumed}. */
    private void line(int start, LineCursor line) {
        Containers matched = containers.matched(line);
        boolean isInside = matched.size() == containers.size();
        if (isInside && leaf.isRaw()) {
            textParts.rawBegins();
            raw(line);
            return;
        }
        textParts.rawEnds(start, matched);
        boolean isParagraph = leaf.kind() == Leaf.Kind.PARAGRAPH;
        Containers around = matched.with(text, line, isParagraph && isInside);
        boolean isLazy = isParagraph && around.size() == matched.size();
        Leaf begun = Leaf.at(text, line, isLazy);
        boolean isGoingOn = isLazy && begun.kind() == Leaf.Kind.PARAGRAPH;
        if (isGoingOn) {
            textParts.lineGoesOn(start, line.nonSpace(), matched);
        } else {
            if (isResumed()) {
                return;
            }
            containers = around;
            leaf = begun;
            begins(start, matched);
        }
        switch (begun.kind()) {
            case HTML, MATH -> raw(line);
            case PARAGRAPH -> words(line);
            case HEADING -> {
                add(line.nonSpace(), line.end());
                leaf = isResumed() ? leaf : Leaf.NONE;
            }
            case NONE, CODE, FENCE -> {}
        }
        if (leaf.isRaw()) {
            textParts.rawBegins();
        }
    }

    private void begins(int start, Containers matched) {
        boolean isBlock = switch (leaf.kind()) {
            case PARAGRAPH, HEADING, FENCE -> matched.size() == 0;
            case NONE, HTML, MATH, CODE -> false;
        };
        if (isBlock) {
            textParts.blockBegins(start);
        } else {
            textParts.lineBegins(start, matched);
        }
    }

    /** A line of a paragraph. A row of a table is read by itself, as its cells are. */
    private void words(LineCursor line) {
        int start = line.nonSpace();
        boolean isRow = text.charAt(start) == '|';
        boolean isRemark = text.startsWith(Remarks.MARK, start);
        if ((isRow || isRemark) && isResumed()) {
            return;
        }
        if (isRemark) {
            resumed = OptionalInt.of(remarks.take(start, true));
            return;
        }
        add(start, line.end());
        if (isRow) {
            flush();
        }
    }

    /** A line of what began before, whatever it looks like. */
    private void raw(LineCursor line) {
        boolean isLast = switch (leaf.kind()) {
            case HTML -> {
                boolean isOver = leaf.endsHtmlBefore(line);
                if (!isOver && !line.isBlank()) {
                    add(line.nonSpace(), line.end());
                }
                yield isOver || leaf.endsHtmlWith(text.substring(line.nonSpace(), line.end()));
            }
            case FENCE -> leaf.isFenceEnd(text, line);
            case MATH -> endsMath(line);
            case NONE, PARAGRAPH, CODE, HEADING -> throw new IllegalStateException("raw text: found " + leaf);
        };
        leaf = isLast && !isResumed() ? Leaf.NONE : leaf;
    }

    private boolean endsMath(LineCursor line) {
        int end = leaf.end();
        if (line.end() > end) {
            leaf = Leaf.behindMath();
            add(end, line.end());
        }
        return line.end() >= end;
    }

    private void add(int start, int end) {
        if (open == null) {
            open = new InlineText(text, leaf, containers);
        }
        open.add(start, end);
    }

    /** Whether a remark in what was gathered so far ends behind it. */
    private boolean isResumed() {
        flush();
        return resumed.isPresent();
    }

    private void flush() {
        if (open == null) {
            return;
        }
        InlineText gathered = open;
        open = null;
        resumed = new InlineScan(gathered, remarks, parts).resumed();
        if (resumed.isPresent()) {
            containers = gathered.containers();
            leaf = gathered.leaf();
        }
    }

    /** Goes on behind a remark, in the block where it began; returns where the line ends. */
    private int resume(int offset) {
        resumed = OptionalInt.empty();
        int end = lineEnd(offset);
        if (parts.getLast().kind() == Kind.REMARK_BLOCK) {
            leaf = Leaf.NONE;
            return end;
        }
        if (offset < end) {
            add(offset, end);
        }
        if (leaf.kind() == Leaf.Kind.HEADING && !isResumed()) {
            leaf = Leaf.NONE;
        }
        return end;
    }

    private int nextLine(int lineEnd) {
        return lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1);
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
