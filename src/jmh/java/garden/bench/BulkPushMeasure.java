package garden.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A push of 1,000 edited notes, and what readers wait meanwhile. */
final class BulkPushMeasure implements Measure {

    private static final int NOTES = 1_000;
    private static final int CONNECTIONS = 4;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public void run(Ground ground, int notes, Table table) throws Exception {
        GeneratedGarden made = ground.garden(notes);
        List<String> paths = IntStream.range(0, 100)
                .mapToObj(i -> ground.address(made.note(i)))
                .toList();
        try (GardenProcess garden = ground.serve(notes)) {
            Pusher pusher = new Pusher(ground, made, garden.pushUrl());
            Load readers = new Load(garden.base(), paths, CONNECTIONS, ground.round());
            new Load(garden.base(), paths, CONNECTIONS, ground.warmUp()).run(ground.folder());
            pusher.push(NOTES);
            Load.Result quiet = readers.run(ground.folder());
            List<Double> took = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            for (int i = 0; i < ground.rounds(); i++) {
                List<Double> pushed = new ArrayList<>();
                Thread push = Thread.ofPlatform().start(() -> pushed.add(push(pusher)));
                p99.add(new Load(garden.base(), paths, CONNECTIONS, Duration.ofSeconds(5))
                        .run(ground.folder())
                        .p99());
                push.join();
                took.addAll(pushed);
            }
            table.row(
                    "push of 1,000 notes, whole; p99 of 4 readers in its first 5 s",
                    notes,
                    Table.text("median %.1f s; %.1f ms", Commands.median(took) / 1e3, Commands.median(p99)),
                    Table.text("p99 when quiet %.1f ms", quiet.p99()));
        }
    }

    private static double push(Pusher pusher) {
        try {
            return pusher.push(NOTES).whole();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
