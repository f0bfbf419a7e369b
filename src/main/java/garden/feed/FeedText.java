package garden.feed;

import garden.page.address.FeedForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Feeds as bytes. */
public final class FeedText {

    private FeedText() {}

    /** {@code feed} in one of the forms, in UTF-8. */
    public static byte[] of(Feed feed, FeedForm form) {
        return switch (form) {
            case RSS -> written(out -> RssFeed.write(feed, out));
            case ATOM -> written(out -> AtomFeed.write(feed, out));
            case JSON -> written(out -> JsonFeed.write(feed, out));
        };
    }

    /** What a writer writes. */
    static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    interface Writing {
        void write(OutputStream out) throws IOException;
    }
}
