package garden.bench;

import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The notes of a generated garden, parsed. */
@State(Scope.Benchmark)
public class GeneratedNotes {

    @Param({"1000", "10000"})
    int notes;

    Markdown markdown;
    GeneratedGarden garden;
    List<ParsedNote> parsed;

    @Setup(Level.Trial)
    public void parse() {
        markdown = new Markdown(MarkdownLimits.DEFAULT);
        garden = GeneratedGarden.of(notes, 1);
        parsed = IntStream.range(0, notes).mapToObj(this::parsed).toList();
    }

    @TearDown(Level.Trial)
    public void close() {
        markdown.close();
    }

    /** Reads a note. */
    ParsedNote parsed(int number) {
        return markdown.parse(path(number), new BlobId("%040x".formatted(number)), content(number));
    }

    NotePath path(int number) {
        return new NotePath(garden.note(number).path());
    }

    byte[] content(int number) {
        return garden.note(number).text().getBytes(StandardCharsets.UTF_8);
    }
}
