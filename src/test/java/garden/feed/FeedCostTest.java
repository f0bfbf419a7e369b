package garden.feed;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.Slug;
import garden.page.Pages;
import garden.page.Views;
import garden.page.address.Address;
import garden.page.address.FeedForm;
import garden.page.address.FeedScope;
import garden.page.address.Site;
import garden.page.note.NoteBodies;
import garden.snapshot.Garden;
import garden.snapshot.SampleGardens;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A feed and a part of a sitemap ask for the notes that they hold, however many there are. */
class FeedCostTest {

    private static final int NOTES = 2_000;
    private static final Site SITE = new Site("Large", "", "en", "https://example.org", "/garden");

    private final Garden garden = SampleGardens.of(IntStream.range(0, NOTES)
            .mapToObj(i -> "--- a/%02d/note %04d.md\ntag: t/%d\nText.\n".formatted(i % 20, i, i % 2))
            .collect(Collectors.joining()));

    private static List<String> titles(List<Note> notes) {
        return notes.stream().map(Note::title).toList();
    }

    /** The n-th note is of day n. */
    @Test
    void latestNotesOfAFolderAndOfATagAreRanked() {
        assertThat(titles(garden.latestBelow(new Folder("a"))))
                .hasSize(NOTES)
                .startsWith("note 1999", "note 1998", "note 1997");
        assertThat(titles(garden.latestIn(new Folder("a/07")))).hasSize(100).startsWith("note 1987", "note 1967");
        assertThat(garden.latestIn(new Folder("a"))).isEmpty();
        assertThat(titles(garden.latestTagged(new NameKey("t")))).hasSize(NOTES).startsWith("note 1999");
        assertThat(titles(garden.latestTagged(new NameKey("t/0"))))
                .hasSize(1_000)
                .startsWith("note 1998", "note 1996");
    }

    @Test
    void aFeedAsksForTheNotesThatItHolds() {
        AskedList<Note> notes = new AskedList<>(garden.latestBelow(new Folder("a")));
        Pages pages = new Pages();
        try (Markdown markdown = new Markdown(MarkdownLimits.DEFAULT)) {
            Views views = new Views(SITE, pages.links(SITE), new NoteBodies(markdown, blob -> new byte[0], 1 << 20));
            Address.Feed address = new Address.Feed(FeedForm.ATOM, new FeedScope.In(new Slug("a/")));
            assertThat(new FeedMaker(SITE, views, address, garden).entries(notes))
                    .hasSize(50);
        }
        assertThat(notes.asked()).isEqualTo(50);
    }

    @Test
    void aPartOfASitemapAsksForThePagesThatItHolds() {
        AskedList<Note> notes = new AskedList<>(garden.listed());
        AskedList<Folder> folders = new AskedList<>(garden.folders());
        AskedList<NameKey> tags = new AskedList<>(garden.tags());
        ListedPages pages = new ListedPages(garden, notes, folders, tags);
        assertThat(pages.size()).isEqualTo(NOTES + 1 + 21 + 1 + 3);
        assertThat(pages.between(1_990, 2_003).map(page -> page.slug().value()))
                .hasSize(13)
                .startsWith("a/19/note-1819")
                .endsWith("", "a/", "a/00/");
        assertThat(notes.asked()).isEqualTo(10);
        assertThat(folders.asked()).isEqualTo(2);
        assertThat(tags.asked()).isZero();
        assertThat(pages.between(2_020, 5_000).map(page -> page.slug().value()))
                .containsExactly("a/18/", "a/19/", "tags/", "tags/t", "tags/t/0", "tags/t/1");
    }
}
