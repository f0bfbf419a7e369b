package garden.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a note says about itself before its text begins.
 *
 * @param title trimmed; empty when not given or blank
 * @param aliases other names of the note, trimmed, in the order written, none blank
 * @param tags in the order written, without repeats
 * @param description trimmed; empty when not given or blank
 * @param publish what {@code publish} says; empty when not given
 * @param created from {@code created} or {@code date}; a day without a time is midnight UTC
 * @param modified from {@code modified}, {@code updated} or {@code lastmod}
 * @param hasToc false only when {@code enableToc} or {@code toc} is false
 */
public record FrontMatter(
        Optional<String> title,
        List<String> aliases,
        List<Tag> tags,
        Optional<String> description,
        boolean isDraft,
        Optional<Boolean> publish,
        boolean isUnlisted,
        Optional<Instant> created,
        Optional<Instant> modified,
        boolean hasToc) {

    /** What a note without front matter has. */
    public static final FrontMatter NONE = new FrontMatter(
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            true);

    public FrontMatter {
        aliases = List.copyOf(aliases);
        tags = List.copyOf(tags);
    }
}
