package garden.bench;

import garden.graph.GraphChange;
import garden.graph.GraphStep;
import garden.graph.LinkGraph;
import garden.graph.Resolution;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The graph: where one link leads, and the step to a garden in which one note differs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class GraphBenchmark {

    private LinkGraph graph;
    private List<Note> all;
    private int next;

    @Setup
    public void build(GeneratedNotes notes) {
        all = notes.parsed.stream().map(ParsedNote::note).toList();
        graph = LinkGraph.of(all, List.of());
    }

    /** All links of a note. */
    @Benchmark
    public List<Resolution> resolve() {
        Note note = all.get(next++ % all.size());
        return note.links().stream()
                .filter(Link.Local.class::isInstance)
                .map(link -> graph.resolve(note.path(), (Link.Local) link))
                .toList();
    }

    /** A note takes the text of another. */
    @Benchmark
    public GraphStep step(GeneratedNotes notes) {
        NotePath path = notes.path(next++ % all.size());
        Note edited = notes.markdown
                .parse(path, all.getFirst().blob(), notes.content(next % all.size()))
                .note();
        return graph.with(
                new GraphChange(new TreeMap<>(java.util.Map.of(path, edited)), new TreeSet<>(), new TreeSet<>()));
    }
}
