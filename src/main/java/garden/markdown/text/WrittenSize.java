package garden.markdown.text;

import garden.markdown.model.PictureSize;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The width and height of a picture or film as HTML writes them: CSS pixels, or with {@code %} a part of the room there is; empty when not
 * said.
 *
 * @param isExact whether its height is as an author says, so that its proportion need not be that of the file
 */
public record WrittenSize(Optional<String> width, Optional<String> height, boolean isExact) {

    static final WrittenSize NONE = new WrittenSize(Optional.empty(), Optional.empty(), false);

    /** The class of what {@link #isExact}, for the style sheet. */
    public static final String EXACT = "sized";

    /** HTML's rules for parsing dimension values; what stands behind the number is not heeded. */
    private static final Pattern DIMENSION =
            Pattern.compile("[ \\t\\n\\f\\r]*([0-9]{1,5})(?:\\.[0-9]*)?(%?)(?![0-9]).*", Pattern.DOTALL);

    /** What an author says; what is no dimension is as if it were not said. */
    public static WrittenSize of(Optional<String> width, Optional<String> height) {
        Optional<String> readHeight = height.flatMap(WrittenSize::dimension);
        return new WrittenSize(width.flatMap(WrittenSize::dimension), readHeight, readHeight.isPresent());
    }

    private static Optional<String> dimension(String written) {
        Matcher found = DIMENSION.matcher(written);
        return found.matches() ? Optional.of(found.group(1) + found.group(2)) : Optional.empty();
    }

    /** With what is not said, as the picture is or in its proportion. */
    public WrittenSize in(PictureSize picture) {
        if (width.isEmpty() && height.isEmpty()) {
            return proportional(picture.width(), picture.height());
        } else if (height.isEmpty() && isPixels(width)) {
            int pixels = Integer.parseInt(width.get());
            return proportional(pixels, picture.heightFor(pixels));
        } else if (width.isEmpty() && isPixels(height)) {
            int pixels = Integer.parseInt(height.get());
            return proportional(picture.turned().heightFor(pixels), pixels);
        }
        return this;
    }

    private static WrittenSize proportional(int width, int height) {
        return new WrittenSize(Optional.of(String.valueOf(width)), Optional.of(String.valueOf(height)), false);
    }

    private static boolean isPixels(Optional<String> dimension) {
        return dimension.filter(written -> !written.endsWith("%")).isPresent();
    }
}
