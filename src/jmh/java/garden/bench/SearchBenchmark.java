package garden.bench;

import garden.note.CommitId;
import garden.note.NotePath;
import garden.search.Query;
import garden.search.SearchIndex;
import garden.search.SearchResult;
import garden.search.SearchView;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ten hits with their passages, and an index that takes one note. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class SearchBenchmark {

    @Param({"co", "co di", "\"co di\"", "micofu", "tag:t2 co"})
    String query;

    private SearchIndex index;
    private SearchView view;
    private int next;

    @Setup
    public void build(GeneratedNotes notes) throws IOException {
        index = SearchIndex.open(Files.createTempDirectory("bench"), "bench");
        index.apply(CommitId.NONE, notes.parsed, Set.of());
        view = index.view();
    }

    @TearDown
    public void close() throws IOException {
        view.release();
        index.close();
    }

    /** The first ten. */
    @Benchmark
    public SearchResult search() {
        return view.search(Query.parse(query), 0, 10);
    }

    /** One note, and a view that has it. */
    @Benchmark
    public int update(GeneratedNotes notes) throws IOException {
        index.apply(CommitId.NONE, List.of(notes.parsed.get(next++ % notes.notes)), List.<NotePath>of());
        SearchView fresh = index.view();
        fresh.release();
        return fresh.notes();
    }
}
