package garden.diff;

import java.util.ArrayList;
import java.util.List;

/** Compares passages word by word as long as a budget lasts. For one comparison of two texts. */
final class WordComparison {

    /** Tokens of one passage times itself, over all passages: some 100 ms at most. */
    private static final long BUDGET = 30_000_000L;

    /** A passage of which fewer words stayed than this share of the shorter side is easier to read as a whole replaced. */
    private static final double MIN_KEPT = 0.25;

    private long budget = BUDGET;

    /** The pieces that turn one passage into the other: deleted before inserted. */
    List<Piece> pieces(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return replaced(before, after);
        }
        List<String> old = Tokens.words(before);
        List<String> fresh = Tokens.words(after);
        long cost = (long) (old.size() + fresh.size()) * (old.size() + fresh.size());
        if (cost > budget) {
            return replaced(before, after);
        }
        budget -= cost;
        List<Piece> pieces = pieces(old, fresh);
        return keptShare(pieces, Math.min(words(old), words(fresh))) < MIN_KEPT ? replaced(before, after) : pieces;
    }

    private static List<Piece> replaced(String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        add(pieces, Piece.Kind.DELETED, before);
        add(pieces, Piece.Kind.INSERTED, after);
        return pieces;
    }

    private static List<Piece> pieces(List<String> before, List<String> after) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Edit edit : Edits.between(before, after)) {
            add(pieces, Piece.Kind.SAME, String.join("", before.subList(at, edit.beforeStart())));
            add(pieces, Piece.Kind.DELETED, String.join("", before.subList(edit.beforeStart(), edit.beforeEnd())));
            add(pieces, Piece.Kind.INSERTED, String.join("", after.subList(edit.afterStart(), edit.afterEnd())));
            at = edit.beforeEnd();
        }
        add(pieces, Piece.Kind.SAME, String.join("", before.subList(at, before.size())));
        return pieces;
    }

    private static void add(List<Piece> pieces, Piece.Kind kind, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text));
        }
    }

    private static long words(List<String> tokens) {
        return tokens.stream().filter(Tokens::isWord).count();
    }

    private static double keptShare(List<Piece> pieces, long words) {
        long kept = pieces.stream()
                .filter(piece -> piece.kind() == Piece.Kind.SAME)
                .flatMap(piece -> Tokens.words(piece.text()).stream())
                .filter(Tokens::isWord)
                .count();
        return words == 0 ? 1 : (double) kept / words;
    }
}
