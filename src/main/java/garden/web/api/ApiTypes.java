package garden.web.api;

import garden.concurrent.Failure;
import garden.web.answer.ServerStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The shape of the API's answers. A field's name and meaning, once published, stay; new ones may be added. */
public final class ApiTypes {

    private ApiTypes() {}

    /**
     * {@code notes} counts those that readers may see, {@code links} those in texts that stay in the garden or should,
     * {@code propertyLinks} those in front matter, {@code pendingNotes} those that could not be read in time.
     */
    record Status(
            String commit,
            Instant committedAt,
            int notes,
            int links,
            int propertyLinks,
            int problems,
            int pendingNotes,
            int liveReaders,
            Optional<Instant> publishedAt,
            Optional<Failure> lastFailure,
            Optional<ServerStatus.Upstream> upstream,
            Optional<Failure> announcement,
            SortedMap<String, Failure> troubles) {}

    record Search(String query, String commit, int total, boolean isApproximate, List<Hit> hits) {}

    /** {@code href} is complete but for the origin; {@code snippet} is plain text. */
    record Hit(String title, String path, String href, String snippet) {}

    /** {@code linkedFrom} counts all notes that link here, of which {@code backlinks} has a page; {@code next} is where the next one is. */
    record NoteDetail(
            String path,
            String slug,
            String href,
            String title,
            String commit,
            List<String> aliases,
            List<String> tags,
            List<Heading> headings,
            Optional<Instant> created,
            Optional<Instant> modified,
            int words,
            List<Link> links,
            List<Backlink> backlinks,
            List<Problem> problems,
            Optional<String> description,
            Optional<String> permalink,
            Optional<String> language,
            List<String> cssClasses,
            Optional<String> cover,
            Optional<Double> order,
            Map<String, Object> properties,
            int linkedFrom,
            Optional<String> next) {}

    record Heading(int level, String text, String anchor) {}

    /**
     * {@code line} counts from 1 in the linking note; {@code sentence} is plain text; {@code property} the key of front matter
     * whose value the link stands in.
     */
    record Backlink(
            String path,
            String title,
            String href,
            Optional<String> heading,
            String sentence,
            int line,
            Optional<String> property) {}

    record Problem(String kind, int line, String message) {}

    /**
     * A link as written and where it leads.
     *
     * @param state {@code resolved}, {@code ambiguous} or {@code missing}
     * @param rule the rule that decided, as {@code garden.graph.Resolution.Rule} names it
     * @param leadsTo path of a file, of a folder with {@code /} at its end, or a tag with {@code #}
     * @param candidates files that carry the name too
     * @param property the key of front matter whose value it stands in
     */
    record Link(
            String from,
            int line,
            String target,
            String fragment,
            boolean isEmbed,
            String state,
            String rule,
            Optional<String> leadsTo,
            Optional<String> href,
            List<String> candidates,
            Optional<String> property) {}

    record LinkResult(String state, Optional<String> href, List<String> candidates) {}

    record Node(String path, String title, String href) {}

    record Edge(String from, String to) {}
}
