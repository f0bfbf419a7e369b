package garden.page.address;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form that feed readers understand. */
public enum FeedForm {
    /** RSS 2.0. */
    RSS("application/rss+xml", "index.xml"),
    /** Atom, RFC 4287. */
    ATOM("application/atom+xml", "atom.xml"),
    /** JSON Feed 1.1. */
    JSON("application/feed+json", "feed.json");

    private final String contentType;

    private final String gardenPath;

    FeedForm(String contentType, String gardenPath) {
        this.contentType = contentType;
        this.gardenPath = gardenPath;
    }

    /** The media type, without a character set. */
    public String contentType() {
        return contentType;
    }

    /** In addresses: {@code atom}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Path of the feed of the whole garden. */
    String gardenPath() {
        return gardenPath;
    }

    /** The form whose feed of the whole garden has this path; RSS has two, the one Quartz knows and the usual one. */
    static Optional<FeedForm> ofGarden(String path) {
        return path.equals("rss.xml")
                ? Optional.of(RSS)
                : List.of(values()).stream()
                        .filter(form -> form.gardenPath.equals(path))
                        .findFirst();
    }

    /** The form that addresses call so. */
    static Optional<FeedForm> named(String key) {
        return List.of(values()).stream().filter(form -> form.key().equals(key)).findFirst();
    }
}
