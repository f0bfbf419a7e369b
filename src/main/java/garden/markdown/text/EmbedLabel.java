package garden.markdown.text;

import garden.markdown.model.PictureSize;
import java.util.Optional;

/**
 * What the label of an embed asks for: {@code a tree|360x200} is an alternative text and a size in CSS pixels, each may be missing.
 *
 * @param title the tooltip, which only a Markdown image can have
 */
public record EmbedLabel(String alt, WrittenSize size, Optional<String> title) {

    private static final int MAX_DIGITS = 4;

    /** What a label as it is written says. */
    public static EmbedLabel of(String label) {
        int bar = label.lastIndexOf('|');
        String last = label.substring(bar + 1).strip();
        int x = last.indexOf('x');
        Optional<String> width = pixels(x < 0 ? last : last.substring(0, x));
        Optional<String> height = x < 0 ? Optional.empty() : pixels(last.substring(x + 1));
        boolean isSize = width.isPresent() && (x < 0 || height.isPresent());
        return isSize
                ? new EmbedLabel(
                        label.substring(0, Math.max(bar, 0)).strip(), WrittenSize.of(width, height), Optional.empty())
                : new EmbedLabel(label.strip(), WrittenSize.NONE, Optional.empty());
    }

    /** The same with a tooltip. */
    public EmbedLabel withTitle(Optional<String> written) {
        return new EmbedLabel(alt, size, written);
    }

    /** The same with {@code name} for an alternative text when it has none. */
    public EmbedLabel orAlt(String name) {
        return alt.isEmpty() ? new EmbedLabel(name, size, title) : this;
    }

    /** With what is not said of the size, as it is and in its proportion. */
    public EmbedLabel sized(Optional<PictureSize> known) {
        return known.map(picture -> new EmbedLabel(alt, size.in(picture), title))
                .orElse(this);
    }

    private static Optional<String> pixels(String text) {
        boolean isNumber =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(text) : Optional.empty();
    }
}
