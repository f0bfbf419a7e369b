package garden.note;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a note says about itself before its text begins.
 *
 * @param title trimmed; empty when not given or blank
 * @param aliases other names of the note, trimmed, in the order written, none blank
 * @param tags in the order written, without repeats
 * @param description trimmed, from {@code description} or {@code summary}; empty when not given or blank
 * @param isDraft whether a key hides the note: {@code draft: true}, {@code private: true}, {@code status: draft}, …, or one that is not
 *     understood
 * @param publish what {@code publish} or its like say; empty when none is given
 * @param isUnlisted whether a key says that only those may see the note who have its address: {@code unlisted: true}, {@code status: hidden}, …
 * @param created from {@code created} or {@code date}, else the day it says it was published; a day without a time is midnight UTC
 * @param modified from {@code modified}, {@code updated} or {@code lastmod}
 * @param hasToc false only when {@code enableToc} or {@code toc} is false
 * @param permalink another address of the note, trimmed, as written, without slashes around it
 * @param language a tag of BCP 47, as written
 * @param cssClasses letters, digits, {@code -} and {@code _}; in the order written, without repeats
 * @param cover the picture that stands for the note: in the garden or elsewhere on the web
 * @param order where the note stands in its folder's list: before those without, the least first; finite
 * @param properties everything else that has a value, in the order written
 */
@RecordBuilder
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
        boolean hasToc,
        Optional<String> permalink,
        Optional<String> language,
        List<String> cssClasses,
        Optional<Link> cover,
        Optional<Double> order,
        List<Property> properties)
        implements FrontMatterBuilder.With {

    /** The front matter of a note that has none: nothing given, nothing hidden. */
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
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public FrontMatter {
        aliases = List.copyOf(aliases);
        tags = List.copyOf(tags);
        cssClasses = List.copyOf(cssClasses);
        properties = List.copyOf(properties);
    }

    /** The links to files of the garden in the cover and the properties, by line, then in the order written. */
    public List<PropertyLink> links() {
        if (cover.isEmpty() && properties.isEmpty()) {
            return List.of();
        }
        List<PropertyLink> links = new ArrayList<>();
        cover.ifPresent(link -> add(links, "cover", link));
        properties.forEach(property -> property.value().links().forEach(link -> add(links, property.name(), link)));
        links.sort(Comparator.comparingInt(found -> found.link().span().line()));
        return List.copyOf(links);
    }

    private static void add(List<PropertyLink> links, String property, Link link) {
        if (link instanceof Link.Local local) {
            links.add(new PropertyLink(property, local));
        }
    }
}
