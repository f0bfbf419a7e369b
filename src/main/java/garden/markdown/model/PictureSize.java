package garden.markdown.model;

import java.util.Optional;

/** How large a picture is shown when nothing else is said, in CSS pixels; both at least 1. */
public record PictureSize(int width, int height) {

    /** Larger ones are not believed. */
    private static final int MAX = 99_999;

    public PictureSize {
        if (!isSize(width, height)) {
            throw new IllegalArgumentException(
                    "size of a picture: expected 1 to " + MAX + " both ways, found " + width + " and " + height);
        }
    }

    /** Empty when one of them is not from 1 to 99,999. */
    public static Optional<PictureSize> of(long width, long height) {
        return isSize(width, height) ? Optional.of(new PictureSize((int) width, (int) height)) : Optional.empty();
    }

    private static boolean isSize(long width, long height) {
        return width >= 1 && width <= MAX && height >= 1 && height <= MAX;
    }

    /** The size of the picture when it lies on its side. */
    public PictureSize turned() {
        return new PictureSize(/* width= */ height, /* height= */ width);
    }

    /** The height that goes with another width. */
    public int heightFor(int otherWidth) {
        return (int) Math.max(1, Math.round((double) otherWidth * height / width));
    }
}
