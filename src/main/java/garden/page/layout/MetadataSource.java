package garden.page.layout;

import garden.graph.Resolution.Resolved;
import garden.graph.ResolvedLink;
import garden.graph.Target;
import garden.note.Dates;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.page.address.Address;
import garden.page.address.FeedForm;
import garden.page.address.FeedScope;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.LayoutLinks;
import garden.page.view.Metadata;
import garden.page.view.Metadata.FeedLink;
import garden.page.view.Metadata.Image;
import garden.page.view.Metadata.Preview;
import garden.page.view.Metadata.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the pages of one garden tell machines. */
public record MetadataSource(Addresses addresses, LayoutLinks links) {

    private static final Size SOCIAL_IMAGE = new Size(1200, 630);
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp", "avif");

    /** Of any page. */
    Metadata plain(Layout layout) {
        return head(layout, List.of(), Optional.empty());
    }

    /** Of the home page, or of one that lists the notes in a folder. */
    public Metadata folder(Layout layout, Slug folder) {
        return folder.value().isEmpty()
                ? head(layout, List.of(), Optional.of(JsonLd.site(layout)))
                : head(
                        layout,
                        feeds(new FeedScope.In(folder), "Notes in " + layout.title()),
                        Optional.of(JsonLd.collection(layout)));
    }

    /** Of a page that lists the notes with a tag. */
    public Metadata tag(Layout layout, Slug tag, String name) {
        return head(
                layout, feeds(new FeedScope.In(tag), "Notes tagged #" + name), Optional.of(JsonLd.collection(layout)));
    }

    /** Of the page of all tags. */
    public Metadata tags(Layout layout) {
        return head(layout, List.of(), Optional.of(JsonLd.collection(layout)));
    }

    /** Of search results. */
    public Metadata search(Layout layout, String query) {
        return head(
                layout,
                query.isBlank() ? List.of() : feeds(new FeedScope.Found(query), "Notes found for " + query.strip()),
                Optional.empty());
    }

    /** Of a note. An unlisted one is shown to who has its address, so it has a preview, and nothing that search engines keep. */
    public Metadata note(Layout layout, Note note) {
        Optional<Preview> preview = layout.canonical().map(url -> article(url, note));
        Slug slug = addresses.garden().slug(note.path());
        boolean isListed = layout.isIndexed();
        return new Metadata(
                feeds(isListed ? feeds(new FeedScope.To(slug), "Notes that link to " + layout.title()) : List.of()),
                preview,
                preview.filter(known -> isListed).map(known -> JsonLd.article(layout, known)));
    }

    /** Of the page of a folder that a note introduces. */
    public Metadata index(Layout layout, Note note, Slug folder) {
        Metadata plain = folder(layout, folder);
        Optional<Html> structured = layout.isIndexed() ? plain.structured() : Optional.empty();
        Optional<Preview> preview = plain.preview()
                .map(website -> new Preview(
                        website.type(),
                        website.url(),
                        website.locale(),
                        image(note),
                        website.published(),
                        website.modified(),
                        website.tags()));
        return new Metadata(plain.feeds(), preview, structured);
    }

    private Metadata head(Layout layout, List<FeedLink> own, Optional<Html> structured) {
        return new Metadata(
                feeds(own),
                layout.canonical()
                        .map(url -> new Preview(
                                "website", url, locale(), siteImage(), Optional.empty(), Optional.empty(), List.of())),
                structured);
    }

    private Preview article(String url, Note note) {
        Optional<Dates> dates = addresses.garden().dates(note);
        Map<NameKey, String> tags = new LinkedHashMap<>();
        note.tags().forEach(tag -> tags.putIfAbsent(tag.key(), tag.name()));
        return new Preview(
                "article",
                url,
                locale(),
                image(note),
                dates.map(Dates::created),
                dates.map(Dates::modified),
                List.copyOf(tags.values()));
    }

    private String locale() {
        Locale locale = Locale.forLanguageTag(addresses.site().language());
        return locale.getCountry().isEmpty() ? locale.getLanguage() : locale.getLanguage() + "_" + locale.getCountry();
    }

    /** The cover that the note names, else the first picture of the garden that it shows, else the garden's. */
    private Image image(Note note) {
        return note.frontMatter()
                .cover()
                .flatMap(cover -> cover(note, cover))
                .or(() -> shown(note))
                .map(url -> new Image(url, Optional.empty()))
                .orElseGet(this::siteImage);
    }

    private Optional<String> cover(Note note, Link cover) {
        return switch (cover) {
            case Link.ExternalLink(String url, var span) -> Optional.of(url).filter(MetadataSource::isOfWeb);
            case Link.Local local ->
                addresses.garden().graph().propertyLinks(note.path()).stream()
                        .filter(resolved -> resolved.link().equals(local))
                        .flatMap(resolved -> picture(resolved).stream())
                        .findFirst();
        };
    }

    private static boolean isOfWeb(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }

    private Optional<String> shown(Note note) {
        return addresses.garden().graph().links(note.path()).stream()
                .filter(resolved -> resolved.link().isEmbed())
                .flatMap(resolved -> picture(resolved).stream())
                .findFirst();
    }

    /** The whole address of the picture that a link leads to. */
    private Optional<String> picture(ResolvedLink resolved) {
        return resolved.resolution() instanceof Resolved to
                        && to.target() instanceof Target.File(NotePath path)
                        && PICTURES.contains(path.extension())
                ? Optional.of(addresses.site().origin() + addresses.href(to.target()))
                : Optional.empty();
    }

    private Image siteImage() {
        return new Image(addresses.site().origin() + links.socialImage(), Optional.of(SOCIAL_IMAGE));
    }

    private List<FeedLink> feeds(List<FeedLink> own) {
        List<FeedLink> all = new ArrayList<>(own);
        all.addAll(feeds(FeedScope.In.EVERYTHING, addresses.site().title()));
        return all;
    }

    private List<FeedLink> feeds(FeedScope scope, String title) {
        List<FeedLink> feeds = new ArrayList<>();
        for (FeedForm form : FeedForm.values()) {
            feeds.add(new FeedLink(addresses.site().href(new Address.Feed(form, scope)), title, form.contentType()));
        }
        return feeds;
    }
}
