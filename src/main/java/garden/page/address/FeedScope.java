package garden.page.address;

import garden.note.Slug;
import garden.text.PercentCode;
import java.util.Map;

/** Which notes a feed is about. */
public sealed interface FeedScope {

    /** Those in a folder, at any depth, or with a tag, by the address of its page. */
    record In(Slug page) implements FeedScope {

        /** All listed notes. */
        public static final In EVERYTHING = new In(new Slug(""));
    }

    /** Those that link to a page. */
    record To(Slug page) implements FeedScope {}

    /** Those that a query finds. */
    record Found(String query) implements FeedScope {}

    /** The path and query of the feed in one of the forms, percent-encoded, without leading {@code /}. */
    default String path(FeedForm form) {
        return equals(In.EVERYTHING) ? form.gardenPath() : "-/feed/" + form.key() + "?" + value();
    }

    private String value() {
        return switch (this) {
            case In(Slug page) -> "in=" + PercentCode.encodeValue(page.value());
            case To(Slug page) -> "to=" + PercentCode.encodeValue(page.value());
            case Found(String query) -> "q=" + PercentCode.encodeValue(query);
        };
    }

    /** What a decoded query asks for; everything when it says nothing. */
    static FeedScope of(Map<String, String> query) {
        if (query.containsKey("q")) {
            return new Found(query.getOrDefault("q", ""));
        }
        return query.containsKey("to")
                ? new To(new Slug(query.getOrDefault("to", "")))
                : new In(new Slug(query.getOrDefault("in", "")));
    }
}
