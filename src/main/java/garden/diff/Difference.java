package garden.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * How one text became another, to be read: changed passages word by word, a few lines around them, the rest folded. Has no
 * blocks when the texts are the same.
 *
 * @param inserted number of words that came in
 * @param deleted number of words that were taken out
 */
public record Difference(List<Block> blocks, int inserted, int deleted) {

    private static final int CONTEXT_LINES = 3;

    public Difference {
        blocks = List.copyOf(blocks);
    }

    /** A stretch of lines. */
    public sealed interface Block {}

    /** Lines that stayed, near a change. */
    public record Near(String text) implements Block {}

    /** So many lines that stayed, far from any change. */
    public record Folded(int lines) implements Block {}

    /** A changed passage. */
    public record Changed(List<Piece> pieces) implements Block {
        public Changed {
            pieces = List.copyOf(pieces);
        }
    }

    /** Compares two texts. Cost is bounded: what is too large to be compared is replaced as a whole. */
    public static Difference between(String before, String after) {
        if (before.equals(after)) {
            return new Difference(List.of(), 0, 0);
        }
        List<String> old = Tokens.lines(before);
        List<String> fresh = Tokens.lines(after);
        List<Block> blocks = new ArrayList<>();
        WordComparison words = new WordComparison();
        int at = 0;
        for (Edit edit : Edits.between(old, fresh)) {
            addKept(blocks, old.subList(at, edit.beforeStart()), at == 0 ? 0 : CONTEXT_LINES, CONTEXT_LINES);
            blocks.add(new Changed(words.pieces(
                    String.join("", old.subList(edit.beforeStart(), edit.beforeEnd())),
                    String.join("", fresh.subList(edit.afterStart(), edit.afterEnd())))));
            at = edit.beforeEnd();
        }
        addKept(blocks, old.subList(at, old.size()), at == 0 ? 0 : CONTEXT_LINES, 0);
        return new Difference(blocks, count(blocks, Piece.Kind.INSERTED), count(blocks, Piece.Kind.DELETED));
    }

    /** Folds what is farther than {@code head} lines from the change before and {@code tail} from the change after. */
    private static void addKept(List<Block> blocks, List<String> lines, int head, int tail) {
        int folded = lines.size() - head - tail;
        if (folded <= 1) {
            addNear(blocks, lines);
            return;
        }
        addNear(blocks, lines.subList(0, head));
        blocks.add(new Folded(folded));
        addNear(blocks, lines.subList(head + folded, lines.size()));
    }

    private static void addNear(List<Block> blocks, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Near(String.join("", lines)));
        }
    }

    private static int count(List<Block> blocks, Piece.Kind kind) {
        int words = 0;
        for (Block block : blocks) {
            if (block instanceof Changed(List<Piece> pieces)) {
                for (Piece piece : pieces) {
                    if (piece.kind() == kind) {
                        words += (int) Tokens.words(piece.text()).stream()
                                .filter(Tokens::isWord)
                                .count();
                    }
                }
            }
        }
        return words;
    }
}
