package garden.markdown.text;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import garden.note.Block;
import garden.note.Heading;
import garden.note.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a note that a heading or block names: offsets into the whole text of the file, the end exclusive. */
public record Stretch(int start, int end) {

    /** What {@code part} names: a heading and all up to the next one of its level or a higher one. Empty when nothing is named so. */
    public static Optional<Stretch> of(Note note, String part) {
        if (part.startsWith(Block.MARK)) {
            return note.blocks().stream()
                    .filter(block -> block.isNamed(part))
                    .findFirst()
                    .map(block -> new Stretch(block.span().start(), block.span().end()));
        }
        List<Heading> headings = note.headings();
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).anchor().equals(part)) {
                return Optional.of(section(headings.subList(i, headings.size())));
            }
        }
        return Optional.empty();
    }

    private static Stretch section(List<Heading> headings) {
        Heading first = headings.getFirst();
        int end = headings.stream()
                .skip(1)
                .filter(next -> next.level() <= first.level())
                .findFirst()
                .map(next -> next.span().start())
                .orElse(Integer.MAX_VALUE);
        return new Stretch(first.span().start(), end);
    }

    /** The outermost blocks that lie in the stretch; {@code shift} is where the tree begins in the file. */
    public List<Node> blocks(Document tree, int shift) {
        Node parent = tree;
        while (true) {
            List<Node> inside = new ArrayList<>();
            Node around = null;
            for (Node child : parent.getChildren()) {
                int childStart = child.getStartOffset() + shift;
                int childEnd = child.getChars().trimEnd().getEndOffset() + shift;
                if (childStart >= start && childEnd <= end) {
                    inside.add(child);
                } else if (childStart < end && childEnd > start) {
                    around = child;
                }
            }
            if (!inside.isEmpty() || around == null || around instanceof Paragraph) {
                return inside;
            }
            parent = around;
        }
    }
}
