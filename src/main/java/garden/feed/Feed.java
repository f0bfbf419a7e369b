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

    /** Whether an entry is: then the feed may be another one soon, at the same commit. */
    public boolean isPending() {
        return entries.stream().anyMatch(Entry::isPending);
    }

    /**
     * A note that changed.
     *
     * @param id a URI that stays when the note is renamed
     * @param summary may be empty
     * @param content HTML, every address in it whole; empty when the feed has summaries only or the note is too long
     * @param isPending whether the content is missing only because it could not be made in time
     */
    public record Entry(
            String id,
            String title,
            String url,
            Instant published,
            Instant updated,
            String summary,
            Optional<String> content,
            List<String> tags,
            boolean isPending) {

        public Entry {
            tags = List.copyOf(tags);
        }

        /** The same, {@link #isPending}. */
        Entry pending() {
            return new Entry(id, title, url, published, updated, summary, content, tags, true);
        }
    }
}
