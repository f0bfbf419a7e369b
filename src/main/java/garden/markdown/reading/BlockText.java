package garden.markdown.reading;

import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.text.Cut;
import garden.markdown.text.RemarkMask;
import garden.markdown.text.Tex;
import garden.note.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The plain text of one paragraph, heading or table row while it is read, and where the links are in it. White space is
 * collapsed as it comes, so that positions stay valid. Owned by one thread.
 */
final class BlockText {

    /** A link that waits for what stands around it. */
    interface Written {
        Link in(Link.Place place);
    }

    private static final class Mark {

        private final Node node;
        private final Written written;
        private final int start;
        private int end;

        Mark(Node node, Written written, int start) {
            this.node = node;
            this.written = written;
            this.start = start;
            this.end = start;
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();

    /** Words of the text. */
    void append(CharSequence chars) {
        append(chars, text);
        append(chars, shown);
    }

    /** A formula: its TeX can be searched for, but is not for reading. */
    void appendTex(String tex) {
        append(tex, text);
        append(Tex.plain(tex), shown);
    }

    private static void append(CharSequence chars, StringBuilder text) {
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (!Character.isWhitespace(c)) {
                text.append(RemarkMask.isMask(c) ? "" : String.valueOf(c));
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
    }

    /** A link begins here; returns its number for {@link #close}. */
    int open(Node node, Written written) {
        marks.add(new Mark(node, written, shown.length()));
        return marks.size() - 1;
    }

    /** The words of that link end here. */
    void close(int number) {
        marks.get(number).end = shown.length();
    }

    /** The words so far, without space at the end. */
    String words() {
        return text.toString().stripTrailing();
    }

    /** The words that readers see beside links and under titles: without TeX. */
    String shown() {
        return shown.toString().stripTrailing();
    }

    /** Hands out the links in the order of the text, each with the sentence around it. */
    void links(int heading, BiConsumer<Node, Link> links) {
        if (marks.isEmpty()) {
            return;
        }
        String words = shown();
        int[] sentences = Cut.sentences(words);
        for (Mark mark : marks) {
            int end = Math.min(mark.end, words.length());
            int start = Math.min(mark.start, end);
            links.accept(
                    mark.node, mark.written.in(new Link.Place(Cut.sentence(words, sentences, start, end), heading)));
        }
    }
}
