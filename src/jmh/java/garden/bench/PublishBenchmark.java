package garden.bench;

import garden.git.GitRepo;
import garden.snapshot.Garden;
import garden.sync.SyncedGarden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a commit that is in the repository to the garden that readers see: one note differs. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class PublishBenchmark {

    @Param({"1000", "10000"})
    int notes;

    private GeneratedGarden generated;
    private GitRepo author;
    private SyncedGarden garden;
    private int next;

    @Setup(Level.Trial)
    public void open() throws Exception {
        Path folder = Files.createTempDirectory("bench");
        generated = GeneratedGarden.of(notes, 1);
        generated.writeTo(folder.resolve("source.git"));
        author = GitRepo.cloneOf(folder.resolve("source.git").toString(), folder.resolve("author"));
        garden = SyncedGarden.open(folder.resolve("data")).receive(author);
        garden.sync();
    }

    @Setup(Level.Invocation)
    public void edit() {
        GeneratedNote note = generated.note(next++ % notes);
        author.write(note.path(), note.text() + "\nEdit " + next + "\n").commit("Edit");
        garden.receive(author);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        garden.close();
    }

    /** The step. */
    @Benchmark
    public Garden publish() throws Exception {
        return garden.sync().now();
    }
}
