package garden.page.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a page tells machines: feed readers, and whoever shows a preview of a link or finds it in a search.
 *
 * @param feeds in other forms, the page's own before the garden's
 * @param preview for those who show the link somewhere; empty for a page that is no place
 * @param structured the page as JSON-LD, safe inside a script element; empty when there is nothing to say
 */
public record Metadata(List<FeedLink> feeds, Optional<Preview> preview, Optional<Html> structured) {

    /** Of a page about which there is nothing to say. */
    public static final Metadata NONE = new Metadata(List.of(), Optional.empty(), Optional.empty());

    public Metadata {
        feeds = List.copyOf(feeds);
    }

    /** A feed: where it is on this host, what it is called, its media type. */
    public record FeedLink(String href, String title, String contentType) {}

    /**
     * A link as it is shown elsewhere, in the words of Open Graph. Addresses are whole, origin included.
     *
     * @param type {@code website}, or {@code article} for a note
     * @param locale language and region with {@code _} between them: {@code en}, {@code de_AT}
     * @param published of a note
     * @param modified of a note
     * @param tags of a note, without {@code #}
     */
    public record Preview(
            String type,
            String url,
            String locale,
            Image image,
            Optional<Instant> published,
            Optional<Instant> modified,
            List<String> tags) {

        public Preview {
            tags = List.copyOf(tags);
        }
    }

    /** A picture; pixels are known of the garden's own only. */
    public record Image(String url, Optional<Size> size) {}

    /** Width and height in pixels. */
    public record Size(int width, int height) {}
}
