package garden.bench;

import garden.markdown.RenderedNote;
import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTargets;
import garden.note.Link;
import garden.note.ParsedNote;
import garden.note.Tag;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One note: from its text to what it says, and to HTML. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class NoteBenchmark {

    private int next;

    /** Every link leads somewhere. */
    private static final class Anywhere implements LinkTargets {

        @Override
        public LinkTarget target(Link.Local link) {
            return new LinkTarget.Live("/somewhere", "Somewhere", Optional.empty());
        }

        @Override
        public String href(Tag tag) {
            return "/tags/" + tag.name();
        }
    }

    /** Text to note. */
    @Benchmark
    public ParsedNote parse(GeneratedNotes notes) {
        return notes.parsed(next++ % notes.notes);
    }

    /** Note to HTML. */
    @Benchmark
    public RenderedNote render(GeneratedNotes notes) {
        int number = next++ % notes.notes;
        return notes.markdown.render(notes.parsed.get(number).note(), notes.content(number), new Anywhere());
    }
}
