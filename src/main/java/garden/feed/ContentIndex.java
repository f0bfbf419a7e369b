package garden.feed;

import static garden.feed.JsonText.text;
import static garden.feed.JsonText.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import garden.graph.Resolution.Resolved;
import garden.graph.ResolvedLink;
import garden.graph.Target;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.page.address.Site;
import garden.page.layout.Addresses;
import garden.page.layout.Times;
import garden.search.SearchView;
import garden.snapshot.Garden;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Every listed note with its words, in the form of Quartz's {@code static/contentIndex.json}. */
public final class ContentIndex {

    private final Addresses addresses;
    private final Garden garden;
    private final SearchView search;

    /** Of one snapshot; {@code search} must stay retained while it is written. */
    public ContentIndex(Site site, Garden garden, SearchView search) {
        this.addresses = new Addresses(site, garden);
        this.garden = garden;
        this.search = search;
    }

    /** Writes it note by note, by path, as it is made. */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.on(out)) {
            json.writeStartObject();
            for (Note note : garden.listed()) {
                write(note, json);
            }
            json.writeEndObject();
        }
    }

    private void write(Note note, JsonGenerator json) throws IOException {
        String slug = fullSlug(garden.slug(note.path()).value());
        json.writeObjectFieldStart(CleanText.clean(slug));
        text(json, "slug", slug);
        text(json, "filePath", note.path().value());
        text(json, "title", addresses.title(note));
        texts(json, "links", links(note));
        texts(json, "tags", note.tags().stream().map(tag -> tag.name()).toList());
        text(json, "content", search.text(note.path()).orElse(""));
        Optional<Dates> dates = garden.dates(note);
        if (dates.isPresent()) {
            text(json, "date", Times.iso(dates.get().modified()));
        }
        if (note.frontMatter().description().isPresent()) {
            text(json, "description", note.frontMatter().description().get());
        }
        json.writeEndObject();
    }

    /** The pages that the note links to, each once, in the order of its text; the home page is {@code /}. */
    private List<String> links(Note note) {
        return garden.graph().links(note.path()).stream()
                .flatMap(link -> page(link).stream())
                .map(target -> garden.slug(target).value())
                .map(slug -> slug.isEmpty() ? "/" : slug)
                .distinct()
                .toList();
    }

    /** Where a link leads, if that is a page that is listed. */
    private Optional<Target> page(ResolvedLink link) {
        if (!(link.resolution() instanceof Resolved to)) {
            return Optional.empty();
        }
        return Optional.of(to.target())
                .filter(target -> !(target instanceof Target.File(NotePath path))
                        || garden.note(path)
                                .filter(note -> !note.frontMatter().isUnlisted())
                                .isPresent());
    }

    /** As Quartz spells it: an index by its name. */
    private static String fullSlug(String slug) {
        return slug.isEmpty() || slug.endsWith("/") ? slug + "index" : slug;
    }
}
