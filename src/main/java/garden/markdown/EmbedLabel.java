package garden.markdown;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the label of an embed asks for: {@code a tree|360x200} is an alternative text and a size in CSS pixels, each may be missing.
 *
 * @param title the tooltip, which only a Markdown image can have
 */
record EmbedLabel(String alt, OptionalInt width, OptionalInt height, Optional<String> title) {

    private static final int MAX_DIGITS = 4;

    static EmbedLabel of(String label) {
        int bar = label.lastIndexOf('|');
        String last = label.substring(bar + 1).strip();
        int x = last.indexOf('x');
        OptionalInt width = pixels(x < 0 ? last : last.substring(0, x));
        OptionalInt height = x < 0 ? OptionalInt.empty() : pixels(last.substring(x + 1));
        boolean isSize = width.isPresent() && (x < 0 || height.isPresent());
        return isSize
                ? new EmbedLabel(label.substring(0, Math.max(bar, 0)).strip(), width, height, Optional.empty())
                : new EmbedLabel(label.strip(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** The same with a tooltip. */
    EmbedLabel withTitle(Optional<String> written) {
        return new EmbedLabel(alt, width, height, written);
    }

    /** The same with {@code name} for an alternative text when it has none. */
    EmbedLabel orAlt(String name) {
        return alt.isEmpty() ? new EmbedLabel(name, width, height, title) : this;
    }

    /** With what is not said of the size, as it is and in its proportion. */
    EmbedLabel sized(Optional<PictureSize> known) {
        if (known.isEmpty() || height.isPresent()) {
            return this;
        }
        PictureSize size = known.get();
        int shownWidth = width.orElse(size.width());
        return new EmbedLabel(alt, OptionalInt.of(shownWidth), OptionalInt.of(size.heightFor(shownWidth)), title);
    }

    private static OptionalInt pixels(String text) {
        boolean isNumber =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
