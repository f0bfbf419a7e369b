package garden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A start with nothing, starts with everything, and what the server needs then. */
final class StartMeasure implements Measure {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Ground ground, int notes, Table table) throws Exception {
        try (GardenProcess garden = ground.serve(notes)) {
            table.row(
                    "cold start, until ready",
                    notes,
                    Table.text(
                            "%.1f s, CPU %.1f s, peak %,d MB, %,.0f notes/s",
                            garden.readyAfter(),
                            garden.figures().cpu(),
                            garden.figures().peakMegabytes(),
                            notes / garden.readyAfter()),
                    "");
        }
        Path data = ground.folder().resolve("data");
        List<Double> ready = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < ground.rounds(); i++) {
            try (GardenProcess garden = GardenProcess.start(ground, ground.repository(notes), data)) {
                ready.add(garden.readyAfter());
                try (Connection connection = new Connection(garden.base())) {
                    first.add(connection.millis(
                                    ground.address(ground.garden(notes).note(0)))
                            / 1e3);
                }
                cpu.add(garden.figures().cpu());
                if (i == ground.rounds() - 1) {
                    memory(garden, notes, table);
                }
            }
        }
        table.row(
                "warm start, until ready; first page",
                notes,
                Table.text(
                        "median %.2f s, CPU %.2f s; %.2f s more",
                        Commands.median(ready), Commands.median(cpu), Commands.median(first)),
                "");
        long text = text(ground.garden(notes));
        table.row(
                "index; history",
                notes,
                Table.text(
                        "%.1f MB; %.1f MB",
                        bytes(data.resolve("index")) / 1e6, bytes(data.resolve("history.mv")) / 1e6),
                Table.text("text %.1f MB; index %.2f of it", text / 1e6, (double) bytes(data.resolve("index")) / text));
    }

    private static void memory(GardenProcess garden, int notes, Table table) throws IOException, InterruptedException {
        double heap = garden.heapMegabytes();
        table.row(
                "heap after a collection, after a warm start; RSS",
                notes,
                Table.text("%.0f MB; %,d MB", heap, garden.figures().residentMegabytes()),
                Table.text("%.1f KB of heap a note", heap * 1024 / notes));
    }

    private static long text(GeneratedGarden garden) {
        long bytes = 0;
        for (int i = 0; i < garden.notes(); i++) {
            bytes += garden.note(i).text().length();
        }
        return bytes;
    }

    private static long bytes(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
