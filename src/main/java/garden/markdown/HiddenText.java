package garden.markdown;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of a note's text that readers are not meant to see: remarks between {@code %%}, HTML comments, and elements such as scripts
 * whose content is not for reading. Not in code or math, where these signs are themselves.
 *
 * <p>A remark ends at the next {@code %%}, whatever stands between. One that has no end hides the rest of the text when it begins a line,
 * since better too little is shown than a private remark; inside a line its signs are just signs.
 *
 * @param parts in the order of the text, without overlaps
 */
public record HiddenText(List<Part> parts) {

    /** What hides a part. */
    public enum Kind {
        /** A remark that begins and ends inside lines. */
        REMARK,
        /** A remark on lines of its own, which end what stood before. */
        REMARK_BLOCK,
        /** {@code <!-- … -->}. */
        HTML_COMMENT,
        /** An element whose content is not for reading, tags included. */
        HTML_ELEMENT
    }

    /**
     * One hidden part, its marks included.
     *
     * @param start UTF-16 offset into the text of the file
     * @param end exclusive
     */
    public record Part(Kind kind, int start, int end) {

        boolean isRemark() {
            return kind == Kind.REMARK || kind == Kind.REMARK_BLOCK;
        }
    }

    /** What stands in a parsed text for each character of a remark; no note holds it, since {@link Source} takes it out. */
    static final char REMARK = '\uFDD0';

    /** The same for a remark on lines of its own. */
    static final char REMARK_BLOCK = '\uFDD1';

    public HiddenText {
        parts = List.copyOf(parts);
    }

    /** Those of the whole text of a file. Front matter has none. Linear in the length, whatever the text. */
    public static HiddenText of(String text) {
        int bodyStart = FrontMatterBlock.find(text)
                .map(FrontMatterBlock::bodyStart)
                .orElseGet(() -> FrontMatterBlock.bodyStart(text));
        return of(text, bodyStart);
    }

    /** Those from {@code bodyStart} on, where a line begins. */
    static HiddenText of(String text, int bodyStart) {
        return of(text, bodyStart, new TextParts(text, bodyStart, TextParts.MAX_CHARS));
    }

    /** The same; {@code textParts} learns of all lines. */
    static HiddenText of(String text, int bodyStart, TextParts textParts) {
        return new HiddenText(HiddenScan.parts(text, bodyStart, textParts));
    }

    /** {@code text} without its hidden parts. The line ends in them stay, so that lines keep their numbers. */
    public static String readable(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        int start = 0;
        for (Part part : of(text).parts()) {
            readable.append(text, start, part.start());
            text.substring(part.start(), part.end())
                    .chars()
                    .filter(c -> c == '\n' || c == '\r')
                    .forEach(c -> readable.append((char) c));
            start = part.end();
        }
        return readable.append(text, start, text.length()).toString();
    }

    /** Whether two texts of files, in UTF-8, differ in no more than hidden parts and the blank around these. */
    public static boolean isSameButHidden(byte[] before, byte[] after) {
        return ShownText.of(new String(before, StandardCharsets.UTF_8))
                .equals(ShownText.of(new String(after, StandardCharsets.UTF_8)));
    }

    /** {@code text} with a sign for each character of a remark, so that the rest keeps its place and nothing of it can be read. */
    String masked(String text) {
        char[] masked = text.toCharArray();
        for (Part part : parts) {
            if (part.isRemark()) {
                char sign = part.kind() == Kind.REMARK_BLOCK ? REMARK_BLOCK : REMARK;
                Arrays.fill(masked, part.start(), part.end(), sign);
            }
        }
        return new String(masked);
    }

    /** As {@link #masked}, with a sign for each character of any hidden part: so that what is parted in one is not read. */
    String maskedWhole(String text) {
        char[] masked = text.toCharArray();
        for (Part part : parts) {
            char sign = part.kind() == Kind.REMARK_BLOCK ? REMARK_BLOCK : REMARK;
            Arrays.fill(masked, part.start(), part.end(), sign);
        }
        return new String(masked);
    }

    /** A piece of a masked text without what stands for remarks. */
    static String unmasked(String piece) {
        return piece.indexOf(REMARK) < 0 && piece.indexOf(REMARK_BLOCK) < 0
                ? piece
                : piece.replace(String.valueOf(REMARK), "").replace(String.valueOf(REMARK_BLOCK), "");
    }

    /** Whether {@code c} stands for a character of a remark. */
    static boolean isMask(int c) {
        return c == REMARK || c == REMARK_BLOCK;
    }
}
