package garden.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import garden.note.ParsedNote;
import garden.note.SampleNotes;
import garden.page.address.Site;
import garden.search.SearchIndex;
import garden.search.SearchView;
import garden.snapshot.Garden;
import garden.snapshot.SampleGardens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What grows with the garden leaves in small pieces, whatever the garden's size. */
@Timeout(120)
class LargeGardenTest {

    private static final int NOTES = 10_000;
    private static final int MOST_AT_ONCE = 64 * 1024;
    private static final Site SITE = new Site("Large", "", "en", "https://example.org", "/garden");

    @TempDir
    private static Path folder;

    private static SearchIndex index;
    private static SearchView search;
    private static Garden garden;

    @BeforeAll
    static void plant() throws IOException {
        String text = IntStream.range(0, NOTES)
                .mapToObj(i -> "--- %02d/note %d.md\ntag: t%d\nSee [[note %d]].\n"
                        .formatted(i % 100, i, i % 50, (i + 1) % NOTES))
                .collect(Collectors.joining());
        garden = SampleGardens.of(text);
        index = SearchIndex.open(folder, "test");
        List<ParsedNote> parsed = SampleNotes.of(text).notes().stream()
                .map(note -> new ParsedNote(note, note.title() + " grows. ".repeat(50)))
                .toList();
        index.apply(garden.commit(), parsed, new TreeSet<>());
        search = index.view();
    }

    @AfterAll
    static void close() throws IOException {
        search.release();
        index.close();
    }

    /** Remembers how much came at once. */
    private static final class Pieces extends ByteArrayOutputStream {

        private int largest;

        @Override
        public synchronized void write(byte[] bytes, int start, int length) {
            largest = Math.max(largest, length);
            super.write(bytes, start, length);
        }

        String text() {
            return toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void contentIndexHasEveryNoteAndLeavesInPieces() throws IOException {
        Pieces pieces = new Pieces();
        new ContentIndex(SITE, garden, search).write(pieces);

        assertThat(pieces.size()).isGreaterThan(5_000_000);
        assertThat(pieces.largest).isLessThan(MOST_AT_ONCE);
        int notes = 0;
        try (JsonParser json = new JsonMapper().createParser(pieces.toByteArray())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                json.nextToken();
                json.skipChildren();
                notes++;
            }
        }
        assertThat(notes).isEqualTo(NOTES);
    }

    @Test
    void sitemapHasEveryPageAndLeavesInPieces() throws IOException {
        Pieces pieces = new Pieces();
        new Sitemap(SITE, garden).write(0, pieces);

        assertThat(pieces.largest).isLessThan(MOST_AT_ONCE);
        Document sitemap = XmlDocuments.parse(pieces.text());
        // Home and 100 folders, the page of all tags and 50 of one.
        assertThat(XmlDocuments.texts(sitemap, "loc"))
                .hasSize(NOTES + 101 + 51)
                .doesNotHaveDuplicates()
                .contains("https://example.org/garden/", "https://example.org/garden/07/note-107")
                .contains("https://example.org/garden/07/", "https://example.org/garden/tags/t7");
    }

    @Test
    void sitemapOfMoreThanOneFileIsListOfParts() throws IOException {
        Sitemap sitemap = new Sitemap(SITE, garden, 4_000);
        Pieces list = new Pieces();
        sitemap.write(0, list);
        TreeSet<String> pages = new TreeSet<>();
        for (int part = 1; part <= 3; part++) {
            Pieces pieces = new Pieces();
            sitemap.write(part, pieces);
            pages.addAll(XmlDocuments.texts(XmlDocuments.parse(pieces.text()), "loc"));
        }

        assertThat(sitemap.parts()).isEqualTo(3);
        assertThat(XmlDocuments.texts(XmlDocuments.parse(list.text()), "loc"))
                .containsExactly(
                        "https://example.org/garden/sitemap.xml?part=1",
                        "https://example.org/garden/sitemap.xml?part=2",
                        "https://example.org/garden/sitemap.xml?part=3");
        assertThat(pages).hasSize(NOTES + 101 + 51);
    }
}
