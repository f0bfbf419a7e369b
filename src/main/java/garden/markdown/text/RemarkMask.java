package garden.markdown.text;

/** The characters that stand in a parsed text for those of a remark. No note holds them, since {@link Source} takes them out. */
public final class RemarkMask {

    /** For each character of a remark inside lines. */
    public static final char REMARK = '\uFDD0';

    /** The same for a remark on lines of its own. */
    public static final char REMARK_BLOCK = '\uFDD1';

    private RemarkMask() {}

    /** A piece of a masked text without what stands for remarks. */
    public static String unmasked(String piece) {
        return piece.indexOf(REMARK) < 0 && piece.indexOf(REMARK_BLOCK) < 0
                ? piece
                : piece.replace(String.valueOf(REMARK), "").replace(String.valueOf(REMARK_BLOCK), "");
    }

    /** Whether {@code c} stands for a character of a remark. */
    public static boolean isMask(int c) {
        return c == REMARK || c == REMARK_BLOCK;
    }
}
