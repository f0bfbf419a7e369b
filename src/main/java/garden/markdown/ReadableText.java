package garden.markdown;

import garden.markdown.frontmatter.FrontMatterBlock;
import garden.markdown.text.HiddenText;
import java.nio.charset.StandardCharsets;

/** The texts of files as readers may see them: without their {@link HiddenText hidden parts}. */
public final class ReadableText {

    private ReadableText() {}

    /** {@code text} without its hidden parts. The line ends in them stay, so that lines keep their numbers. */
    public static String of(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        int start = 0;
        for (HiddenText.Part part : hidden(text).parts()) {
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
    public static boolean isSame(byte[] before, byte[] after) {
        return ShownText.of(new String(before, StandardCharsets.UTF_8))
                .equals(ShownText.of(new String(after, StandardCharsets.UTF_8)));
    }

    /** What is hidden in the text of a file. Front matter has none. Linear in the length, whatever the text. */
    static HiddenText hidden(String text) {
        int bodyStart = FrontMatterBlock.find(text)
                .map(FrontMatterBlock::bodyStart)
                .orElseGet(() -> FrontMatterBlock.bodyStart(text));
        return HiddenText.of(text, bodyStart);
    }
}
