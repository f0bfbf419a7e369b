package garden.diff;

/** A piece of text that stayed, was taken out, or came in. Never empty. */
public record Piece(Kind kind, String text) {

    /** What became of the text. */
    public enum Kind {
        SAME,
        DELETED,
        INSERTED
    }
}
