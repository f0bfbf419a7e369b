package garden.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What changed last, ready to be written in any form. Addresses are whole, text is plain unless it says otherwise.
 *
 * @param garden title of the whole garden
 * @param language BCP 47 tag
 * @param pageUrl the page that shows what the feed is about
 * @param url of the feed itself
 * @param iconUrl a square picture of the garden
 * @param updated the latest change of an entry; when there is none, the time of the commit
 * @param entries latest change first
 */
public record Feed(
        String title,
        String garden,
        String description,
        String language,
        String pageUrl,
        String url,
        String iconUrl,
        Instant updated,
        List<Entry> entries) {

    public Feed {
        entries = List.copyOf(entries);
    }

    /**
     * A note that changed.
     *
     * @param id a URI that stays when the note is renamed
     * @param summary may be empty
     * @param content HTML, every address in it whole; empty when the feed has summaries only or the note is too long
     */
    public record Entry(
            String id,
            String title,
            String url,
            Instant published,
            Instant updated,
            String summary,
            Optional<String> content,
            List<String> tags) {

        public Entry {
            tags = List.copyOf(tags);
        }
    }
}
