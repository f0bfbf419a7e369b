package garden.search;

import java.util.ArrayList;
import java.util.List;

/** Collects the pieces of a text: white space becomes single spaces, neighbours of one kind one piece. Owned by one thread. */
final class FragmentsBuilder {

    private final List<Fragment> fragments = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private boolean isMatch = false;
    private boolean isAfterSpace = true;

    void add(String text, boolean isTextMatch) {
        if (text.isEmpty()) {
            return;
        }
        if (isTextMatch != isMatch) {
            endPiece();
            isMatch = isTextMatch;
        }
        text.codePoints().forEach(this::add);
    }

    List<Fragment> build() {
        endPiece();
        return List.copyOf(fragments);
    }

    private void add(int c) {
        boolean isSpace = Character.isWhitespace(c);
        if (!isSpace) {
            piece.appendCodePoint(c);
        } else if (!isAfterSpace) {
            piece.append(' ');
        }
        isAfterSpace = isSpace;
    }

    private void endPiece() {
        if (!piece.isEmpty()) {
            fragments.add(new Fragment(piece.toString(), isMatch));
            piece.setLength(0);
        }
    }
}
