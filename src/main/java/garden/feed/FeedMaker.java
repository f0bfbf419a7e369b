package garden.feed;

import garden.graph.Backlink;
import garden.note.Dates;
import garden.note.Excerpt;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.page.Views;
import garden.page.address.Address;
import garden.page.address.Address.Fixed;
import garden.page.address.FeedForm;
import garden.page.address.Site;
import garden.page.layout.Addresses;
import garden.page.layout.ListSizes;
import garden.page.view.Html;
import garden.snapshot.Garden;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From notes to the entries of one feed. For one answer. */
record FeedMaker(Site site, Views views, Address.Feed address, Garden garden) {

    /** A longer note is in the feed with its summary alone, so that one note does not make every fetch large. */
    private static final int MAX_CONTENT_CHARS = 64 * 1024;

    /** When the entries have so much, those that follow have summaries. */
    private static final int MAX_FEED_CHARS = 512 * 1024;

    private Addresses addresses() {
        return new Addresses(site, garden);
    }

    /** The feed of these entries, about what the page at {@code about} shows. */
    Feed feed(String title, Address about, List<Feed.Entry> entries) {
        Instant updated =
                entries.isEmpty() ? garden.committed() : entries.getFirst().updated();
        boolean isWhole = about.equals(Address.Content.HOME);
        return new Feed(
                isWhole ? title : title + " · " + site.title(),
                site.title(),
                isWhole ? site.description() : "",
                site.language(),
                site.url(about),
                site.url(address),
                site.url(Fixed.TOUCH_ICON),
                updated,
                entries);
    }

    /** The first of {@code fromLatest}, each with its text where the form has room for it; of the others nothing is asked. */
    List<Feed.Entry> entries(List<Note> fromLatest) {
        List<Feed.Entry> entries = new ArrayList<>();
        int room = address.form() == FeedForm.RSS ? 0 : MAX_FEED_CHARS;
        for (Note note : fromLatest.subList(0, Math.min(ListSizes.FEED, fromLatest.size()))) {
            Optional<Html> body = room > 0 ? views.body(garden, note) : Optional.empty();
            Optional<String> content = body.flatMap(html -> content(note, html));
            room -= content.map(String::length).orElse(0);
            Feed.Entry entry = entry(note, FeedId.of(site, garden.identity(note)), note.summary(), content);
            entries.add(room > 0 && body.isEmpty() ? entry.pending() : entry);
        }
        return entries;
    }

    /** A note for each that has links to one page, with the sentences that link. */
    List<Feed.Entry> linkEntries(List<Backlink> links, String target) {
        Map<NotePath, List<Backlink>> byNote = new LinkedHashMap<>();
        links.forEach(link -> byNote.computeIfAbsent(link.from().path(), path -> new ArrayList<>())
                .add(link));
        List<Feed.Entry> entries = new ArrayList<>();
        for (Note note :
                latest(byNote.values().stream().map(own -> own.getFirst().from()))) {
            List<Excerpt> sentences = byNote.getOrDefault(note.path(), List.of()).stream()
                    .map(link -> link.link().place().excerpt())
                    .distinct()
                    .toList();
            String id = FeedId.of(site, garden.identity(note) + " to " + target);
            entries.add(entry(note, id, Sentences.text(sentences), Optional.of(Sentences.html(sentences))));
        }
        return entries;
    }

    /** The notes that changed last, from the latest. */
    List<Note> latest(Stream<Note> notes) {
        return notes.sorted(Comparator.comparing((Note note) -> dates(note).modified())
                        .reversed()
                        .thenComparing(Note::title, garden.order())
                        .thenComparing(Note::path))
                .limit(ListSizes.FEED)
                .toList();
    }

    /** A note that is not committed yet is as old as the garden. */
    private Dates dates(Note note) {
        return garden.dates(note).orElse(new Dates(garden.committed(), garden.committed()));
    }

    private Feed.Entry entry(Note note, String id, String summary, Optional<String> content) {
        Dates dates = dates(note);
        Map<NameKey, String> tags = new LinkedHashMap<>();
        note.tags().forEach(tag -> tags.putIfAbsent(tag.key(), tag.name()));
        return new Feed.Entry(
                id,
                addresses().title(note),
                site.origin() + addresses().href(note),
                dates.created(),
                dates.modified(),
                summary,
                content,
                List.copyOf(tags.values()),
                false);
    }

    private Optional<String> content(Note note, Html body) {
        String page = site.origin() + addresses().href(note);
        return Optional.of(body.value())
                .filter(html -> html.length() <= MAX_CONTENT_CHARS)
                .map(html -> WholeAddresses.in(html, site.origin(), page));
    }
}
