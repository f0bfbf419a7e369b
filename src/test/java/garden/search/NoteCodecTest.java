package garden.search;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.BlobId;
import garden.note.Block;
import garden.note.Excerpt;
import garden.note.FrontMatter;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.Property;
import garden.note.PropertyValue;
import garden.note.Span;
import garden.note.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteCodecTest {

    private static final Note FULL = new Note(
            new NotePath("systems/Eagle.md"),
            new BlobId("a".repeat(40)),
            "Eagle",
            new FrontMatter(
                    Optional.of("Eagle"),
                    List.of("Azure Eagle"),
                    List.of(new Tag("usa/doe")),
                    Optional.of("A system"),
                    true,
                    Optional.of(false),
                    true,
                    Optional.of(Instant.parse("2024-05-01T10:00:00.000000001Z")),
                    Optional.empty(),
                    false,
                    Optional.of("eagle/1"),
                    Optional.of("pt-BR"),
                    List.of("wide"),
                    Optional.of(new Link.ExternalLink("https://example.org/e.png", new Span(7, 8, 3))),
                    Optional.of(-1.5),
                    List.of(
                            new Property(
                                    "site",
                                    new PropertyValue.Text(List.of(
                                            new PropertyValue.Words("at "),
                                            new PropertyValue.Linked(
                                                    "Iowa",
                                                    new Link.WikiLink(
                                                            "Iowa", "", false, place(-1), new Span(9, 9, 4)))))),
                            new Property("nodes", new PropertyValue.Numeral("14400")),
                            new Property("live", new PropertyValue.Checkbox(true)),
                            new Property("since", new PropertyValue.Day(LocalDate.parse("2023-08-01"))),
                            new Property(
                                    "seen",
                                    new PropertyValue.Moment(LocalDateTime.parse("2024-05-01T10:00:30"), "+02:00")),
                            new Property(
                                    "names",
                                    new PropertyValue.Items(
                                            List.of(new PropertyValue.Text(List.of(new PropertyValue.Words("e")))))))),
            List.of(new Heading(2, "Überblick 🌱", "*Überblick* 🌱", "überblick-", new Span(10, 20, 3))),
            List.of("place", "élan"),
            List.of(new Block("a1", new Span(30, 40, 4))),
            List.of(new Tag("usa/doe"), new Tag("gpu")),
            List.of(
                    new Link.WikiLink("H100", "specs", true, place(0), new Span(1, 2, 1)),
                    new Link.PathLink("../a b.md", "", false, place(-1), new Span(3, 4, 1)),
                    new Link.ExternalLink("https://example.org", new Span(5, 6, 2))),
            List.of(new Problem(Problem.Kind.BAD_FRONT_MATTER, 1, "title: expected text, found a list")),
            "A system.",
            123);

    private static Link.Place place(int heading) {
        return new Link.Place(new Excerpt("see H100 now", 4, 8), heading);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(NoteCodec.read(NoteCodec.write(FULL))).isEqualTo(FULL);
    }

    @Test
    void whatIsGeneratedIsRead() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Note note = new Arbitrary(seed).note();
            assertThat(NoteCodec.read(NoteCodec.write(note)))
                    .as("seed %d", seed)
                    .isEqualTo(note);
        }
    }

    @Test
    void halfASurrogatePairIsReplaced() throws IOException {
        Note note = NoteTexts.notes("--- a.md\ntitle: x\ud800y\n").getFirst().note();
        assertThat(NoteCodec.read(NoteCodec.write(note)).title()).isEqualTo("x\ufffdy");
    }

    /** When this fails, a record of {@code garden.note} was changed: raise {@link IndexFolder#FORMAT}, then correct the length. */
    @Test
    void formIsTheOneOfThisFormat() {
        byte[] bytes = NoteCodec.write(FULL);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("Azure Eagle")
                .doesNotContain("frontMatter");
        assertThat(bytes).hasSize(671);
        assertThat(IndexFolder.FORMAT).isEqualTo(11);
    }
}
