package garden.markdown.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

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
        /** {@code <!-- … -->}, and what shows as little: {@code <? … ?>}, {@code <![CDATA[ … ]]>}. */
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

    public HiddenText {
        parts = List.copyOf(parts);
    }

    /** Those from {@code bodyStart} on, where a line begins. */
    public static HiddenText of(String text, int bodyStart) {
        return of(text, bodyStart, new TextParts(text, bodyStart, TextParts.MAX_CHARS));
    }

    /** The same; {@code textParts} learns of all lines. */
    public static HiddenText of(String text, int bodyStart, TextParts textParts) {
        return new HiddenText(HiddenScan.parts(text, bodyStart, textParts));
    }

    /** {@code text} with a sign for each character of a remark, so that the rest keeps its place and nothing of it can be read. */
    public String masked(String text) {
        return masked(text, Part::isRemark);
    }

    /** As {@link #masked}, with a sign for each character of any hidden part: so that what is parted in one is not read. */
    public String maskedWhole(String text) {
        return masked(text, part -> true);
    }

    private String masked(String text, Predicate<Part> isMasked) {
        char[] masked = text.toCharArray();
        for (Part part : parts) {
            if (isMasked.test(part)) {
                char sign = part.kind() == Kind.REMARK_BLOCK ? RemarkMask.REMARK_BLOCK : RemarkMask.REMARK;
                Arrays.fill(masked, part.start(), part.end(), sign);
            }
        }
        return new String(masked);
    }
}
