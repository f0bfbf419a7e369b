package garden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a server end to end, beside its peers, and prints a table: see notes/internals/performance.md. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures a server and prints a table.")
public final class Bench implements Callable<Integer> {

    private static final List<Measure> MEASURES = List.of(
            new PagesMeasure(),
            new RenderingMeasure(),
            new ListsMeasure(),
            new PushMeasure(),
            new BulkPushMeasure(),
            new StartMeasure(),
            new RelevanceMeasure(),
            new HugoMeasure());

    @Option(
            names = "--only",
            split = ",",
            description = "pages, rendering, lists, push, bulk, start, relevance, hugo; default all.")
    private List<String> only = List.of();

    @Option(names = "--notes", split = ",", description = "Sizes of gardens, such as 1000,10000 (the default).")
    private List<Integer> sizes = List.of(1_000, 10_000);

    @Option(
            names = "--gardens",
            split = ",",
            description = "Repositories in which to measure relevance, beside the generated ones.")
    private List<Path> gardens = List.of();

    @Option(names = "--program", description = "How Garden is called; ./garden by default.")
    private String program = "./garden";

    @Option(names = "--folder", description = "For gardens and servers; target/bench by default.")
    private Path folder = Path.of("target", "bench");

    @Option(names = "--seconds", description = "Of load in each round; 10 by default.")
    private int seconds = 10;

    @Option(names = "--warm-up", description = "Seconds of load before; 30 by default.")
    private int warmUp = 30;

    @Option(names = "--rounds", description = "How often each figure is taken; 5 by default.")
    private int rounds = 5;

    @Option(names = "--seed", description = "Of the generated gardens; 1 by default.")
    private long seed = 1;

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Ground ground = new Ground(
                folder.toAbsolutePath(),
                Arrays.asList(program.strip().split("\\s+")),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                rounds,
                seed);
        printMachine();
        Table table = new Table(System.out);
        for (int notes : sizes) {
            for (Measure measure : MEASURES) {
                if (only.isEmpty() || only.contains(measure.name())) {
                    measure.run(ground, notes, table);
                }
            }
        }
        for (Path garden : gardens) {
            new RelevanceMeasure().run(ground, garden.toAbsolutePath(), table);
        }
        return 0;
    }

    private void printMachine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse("an unknown processor");
        System.out.println(LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores of "
                + processor + ", load "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + ", JDK "
                + Runtime.version() + ": `" + String.join(" ", arguments()) + "`");
        System.out.println();
    }

    private List<String> arguments() {
        return List.of(
                "--only",
                only.isEmpty() ? "all" : String.join(",", only),
                "--notes",
                String.join(",", sizes.stream().map(String::valueOf).toList()),
                "--seconds",
                seconds + "",
                "--rounds",
                rounds + "");
    }
}
