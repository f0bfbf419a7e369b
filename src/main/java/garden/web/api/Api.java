package garden.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import garden.graph.Backlink;
import garden.graph.Resolution;
import garden.graph.ResolvedLink;
import garden.graph.Target;
import garden.note.Dates;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.PropertyLink;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.layout.Addresses;
import garden.page.layout.ListSizes;
import garden.page.layout.Pager;
import garden.search.Fragment;
import garden.search.Hit;
import garden.search.Query;
import garden.search.SearchResult;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Snapshot;
import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import garden.web.answer.ContentTypes;
import garden.web.answer.HttpFailure;
import garden.web.answer.Json;
import garden.web.answer.ServerStatus;
import garden.web.wiring.Wiring;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The garden as JSON. The records in {@link ApiTypes} are the shape of the answers. */
public final class Api {

    private static final String NDJSON = "application/x-ndjson";

    private final Site site;
    private final Wiring.Running running;

    /** @param running what of the server it tells about */
    public Api(Site site, Wiring.Running running) {
        this.site = site;
        this.running = running;
    }

    /** The state of the server. */
    public Answer status(Garden garden) {
        ServerStatus status = running.status().get();
        return json(
                new ApiTypes.Status(
                        garden.commit().hex(),
                        garden.committed(),
                        garden.graph().listedCount(),
                        garden.graph().linkCount(),
                        garden.graph().propertyLinkCount(),
                        garden.problemCount(),
                        garden.pending().size(),
                        running.updates().size(),
                        status.publishedAt(),
                        status.lastFailure(),
                        status.upstream(),
                        Optional.ofNullable(status.troubles().get(ServerStatus.ANNOUNCEMENT)),
                        status.troubles()),
                Caching.NEVER);
    }

    /** What a query finds, at most {@code limit} hits. */
    public Answer search(Snapshot snapshot, String query, int limit) {
        Addresses addresses = addresses(snapshot.garden());
        SearchResult result = snapshot.search().search(Query.parse(query), 0, Math.min(limit, ListSizes.API_HITS));
        List<ApiTypes.Hit> hits = result.hits().stream()
                .flatMap(hit -> snapshot.garden().note(hit.path()).map(note -> hit(hit, note, addresses)).stream())
                .toList();
        return json(
                new ApiTypes.Search(
                        query, snapshot.garden().commit().hex(), result.total(), result.isApproximate(), hits),
                Caching.BY_COMMIT);
    }

    private static ApiTypes.Hit hit(Hit hit, Note note, Addresses addresses) {
        String snippet = hit.snippets().stream()
                .map(found -> text(found.fragments()))
                .findFirst()
                .orElse("");
        return new ApiTypes.Hit(note.title(), note.path().value(), addresses.href(note), snippet);
    }

    private static String text(List<Fragment> fragments) {
        return fragments.stream().map(Fragment::text).collect(Collectors.joining());
    }

    /** {@code path} is that of the file, with or without suffix, or the note's address; {@code page} that of its backlinks. */
    public Answer note(Garden garden, String path, int page) {
        Note note = file(garden, path)
                .or(() -> NotePath.NOTE_SUFFIXES.stream()
                        .flatMap(suffix -> file(garden, path + suffix).stream())
                        .findFirst())
                .or(() -> garden.find(path) instanceof Place.NotePlace(Note found)
                        ? Optional.of(found)
                        : Optional.empty())
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
        Addresses addresses = addresses(garden);
        Optional<Dates> dates = garden.dates(note);
        List<Note> linking = garden.linking(List.of(new Target.File(note.path())));
        Pager pager = new Pager(site, new Address.NoteApi(path), ListSizes.API_BACKLINKS, page);
        return json(
                new ApiTypes.NoteDetail(
                        note.path().value(),
                        garden.slug(note.path()).value(),
                        addresses.href(note),
                        note.title(),
                        garden.commit().hex(),
                        note.frontMatter().aliases(),
                        note.tags().stream().map(tag -> tag.name()).toList(),
                        note.headings().stream().map(Api::heading).toList(),
                        dates.map(Dates::created),
                        dates.map(Dates::modified),
                        note.words(),
                        links(garden, note, addresses),
                        pager.cut(linking).stream()
                                .flatMap(from -> backlinks(garden, from, note))
                                .map(backlink -> backlink(backlink, addresses))
                                .toList(),
                        garden.graph().problems(note.path()).stream()
                                .map(located -> new ApiTypes.Problem(
                                        located.problem().kind().name(),
                                        located.problem().line(),
                                        located.problem().message()))
                                .toList(),
                        note.frontMatter().description(),
                        note.frontMatter().permalink(),
                        note.frontMatter().language(),
                        note.frontMatter().cssClasses(),
                        note.frontMatter().cover().map(Api::written),
                        note.frontMatter().order(),
                        ApiProperties.of(note.frontMatter().properties()),
                        linking.size(),
                        pager.paging(linking.size()).next()),
                Caching.BY_COMMIT);
    }

    private static Stream<Backlink> backlinks(Garden garden, Note from, Note to) {
        return garden.graph().backlinks(from.path(), new Target.File(to.path())).stream();
    }

    private static Optional<Note> file(Garden garden, String path) {
        return NotePath.isPath(path) ? garden.note(new NotePath(path)) : Optional.empty();
    }

    private static ApiTypes.Heading heading(Heading heading) {
        return new ApiTypes.Heading(heading.level(), heading.text(), heading.anchor());
    }

    private static ApiTypes.Backlink backlink(Backlink backlink, Addresses addresses) {
        Note from = backlink.from();
        return new ApiTypes.Backlink(
                from.path().value(),
                from.title(),
                addresses.href(from),
                from.heading(backlink.link()).map(Heading::text),
                backlink.link().place().excerpt().text(),
                backlink.link().span().line(),
                backlink.property());
    }

    private static String written(Link link) {
        return switch (link) {
            case Link.Local local -> local.target();
            case Link.ExternalLink(String url, var span) -> url;
        };
    }

    /** A link of a note, and the property in which it stands; empty for one in its text. */
    private record LinkOfNote(ResolvedLink resolved, Optional<String> property) {}

    /** Those in its front matter first. */
    private static List<LinkOfNote> linksOf(Garden garden, Note note) {
        List<LinkOfNote> links = new ArrayList<>();
        List<PropertyLink> named = note.frontMatter().links();
        List<ResolvedLink> inProperties = garden.graph().propertyLinks(note.path());
        for (int i = 0; i < inProperties.size(); i++) {
            links.add(
                    new LinkOfNote(inProperties.get(i), Optional.of(named.get(i).property())));
        }
        garden.graph().links(note.path()).forEach(link -> links.add(new LinkOfNote(link, Optional.empty())));
        return links;
    }

    private static List<ApiTypes.Link> links(Garden garden, Note note, Addresses addresses) {
        return linksOf(garden, note).stream()
                .map(link -> link(note, link, addresses))
                .toList();
    }

    private static ApiTypes.Link link(Note from, LinkOfNote of, Addresses addresses) {
        ResolvedLink resolved = of.resolved();
        Link.Local link = resolved.link();
        ApiTypes.LinkResult result = switch (resolved.resolution()) {
            case Resolution.Resolved to ->
                new ApiTypes.LinkResult("resolved", Optional.of(addresses.href(to)), paths(to.others()));
            case Resolution.Ambiguous several ->
                new ApiTypes.LinkResult("ambiguous", Optional.empty(), paths(several.candidates()));
            case Resolution.Missing missing -> new ApiTypes.LinkResult("missing", Optional.empty(), List.of());
        };
        return new ApiTypes.Link(
                from.path().value(),
                link.span().line(),
                link.target(),
                link.fragment(),
                link.isEmbed(),
                result.state(),
                resolved.resolution().rule().name(),
                target(resolved.resolution()),
                result.href(),
                result.candidates(),
                of.property());
    }

    static Optional<String> target(Resolution resolution) {
        return resolution instanceof Resolution.Resolved to
                ? Optional.of(
                        switch (to.target()) {
                            case Target.File file -> file.path().value();
                            case Target.FolderPage folder -> folder.folder().prefix();
                            case Target.TagPage tag -> "#" + tag.tag().name();
                        })
                : Optional.empty();
    }

    private static List<String> paths(List<NotePath> paths) {
        return paths.stream().map(NotePath::value).toList();
    }

    /** Every link between listed notes, a line each, by path of the note, then in the order of its file. */
    public Answer links(Garden garden) {
        Addresses addresses = addresses(garden);
        return new Answer.Stream(NDJSON, out -> {
            for (Note note : garden.listed()) {
                Set<Link.Local> listed = new HashSet<>();
                garden.graph().listedLinks(note).forEach(resolved -> listed.add(resolved.link()));
                for (LinkOfNote link : linksOf(garden, note)) {
                    if (listed.contains(link.resolved().link())) {
                        out.write(Json.bytes(link(note, link, addresses)));
                        out.write('\n');
                    }
                }
            }
        });
    }

    /** Listed notes and the links between them, each pair once. */
    public Answer graph(Garden garden) {
        return new Answer.Stream(ContentTypes.JSON, out -> writeGraph(garden, out));
    }

    private void writeGraph(Garden garden, OutputStream out) throws IOException {
        Addresses addresses = addresses(garden);
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("commit", garden.commit().hex());
            json.writeArrayFieldStart("nodes");
            List<Note> listed = garden.listed();
            for (Note note : listed) {
                json.writePOJO(new ApiTypes.Node(note.path().value(), note.title(), addresses.href(note)));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (Note note : listed) {
                for (NotePath target : neighbours(garden, note)) {
                    json.writePOJO(new ApiTypes.Edge(note.path().value(), target.value()));
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static List<NotePath> neighbours(Garden garden, Note note) {
        return garden.graph().listedLinks(note).stream()
                .flatMap(link -> link.resolution() instanceof Resolution.Resolved to
                                && to.target() instanceof Target.File(NotePath path)
                        ? garden.note(path).stream()
                        : Stream.<Note>empty())
                .map(Note::path)
                .filter(target -> !target.equals(note.path()))
                .distinct()
                .toList();
    }

    private Addresses addresses(Garden garden) {
        return new Addresses(site, garden);
    }

    private static Answer json(Object value, Caching caching) {
        return Answer.Body.json(200, value, caching);
    }
}
