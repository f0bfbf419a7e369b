package garden.markdown.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines of one paragraph, heading or block of raw HTML without the marks of what is around it. Owned by one thread. */
final class InlineText {

    private final String text;
    private final Leaf leaf;
    private final Containers containers;
    private final StringBuilder content = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private int end;

    /** Of {@code text}; {@code leaf} is its block. */
    InlineText(String text, Leaf leaf, Containers containers) {
        this.text = text;
        this.leaf = leaf;
        this.containers = containers;
    }

    /** The next line, or what is left of one. */
    void add(int start, int lineEnd) {
        if (!starts.isEmpty()) {
            content.append('\n');
        }
        starts.add(content.length());
        offsets.add(start);
        content.append(text, start, lineEnd);
        end = lineEnd;
    }

    Leaf leaf() {
        return leaf;
    }

    Containers containers() {
        return containers;
    }

    /** The lines, {@code \n} between them. */
    String content() {
        return content.toString();
    }

    /** Where in the text the last line ends. */
    int end() {
        return end;
    }

    /** Whether a line begins at an index of the content. */
    boolean isLineStart(int index) {
        return starts.get(lineOf(starts, index)) == index;
    }

    /** Offset into the text of an index of the content. */
    int offset(int index) {
        int line = lineOf(starts, index);
        return offsets.get(line) + index - starts.get(line);
    }

    /** Index into the content of an offset that is in one of the lines. */
    int index(int offset) {
        int line = lineOf(offsets, offset);
        return starts.get(line) + offset - offsets.get(line);
    }

    private static int lineOf(List<Integer> starts, int value) {
        int found = Collections.binarySearch(starts, value);
        return found >= 0 ? found : -found - 2;
    }
}
