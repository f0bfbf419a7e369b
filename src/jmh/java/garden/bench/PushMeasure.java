package garden.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A push of one edited note, beside one to a bare repository behind git's own HTTP backend. */
final class PushMeasure implements Measure {

    private static final int PUSHES_A_ROUND = 20;

    @Override
    public String name() {
        return "push";
    }

    @Override
    public void run(Ground ground, int notes, Table table) throws Exception {
        GeneratedGarden made = ground.garden(notes);
        Path bare = ground.fresh("backend").resolve("garden.git");
        Commands.run("git", "clone", "-q", "--bare", ground.repository(notes).toString(), bare.toString());
        try (GardenProcess garden = ground.serve(notes);
                GitBackend backend = GitBackend.start(bare)) {
            Pusher ours = new Pusher(ground, made, garden.pushUrl());
            Pusher theirs = new Pusher(ground, made, backend.url());
            for (int i = 0; i < PUSHES_A_ROUND; i++) {
                ours.push(1);
                theirs.push(1);
            }
            List<Double> published = new ArrayList<>();
            List<Double> whole = new ArrayList<>();
            List<Double> beside = new ArrayList<>();
            for (int i = 0; i < ground.rounds() * PUSHES_A_ROUND; i++) {
                Pusher.Took took = ours.push(1);
                published.add(took.published());
                whole.add(took.whole());
                beside.add(theirs.push(1).whole());
            }
            published.sort(null);
            table.row(
                    "push of one note, asked to published",
                    notes,
                    Table.text(
                            "median %.0f ms, p95 %.0f ms",
                            Commands.median(published), published.get(published.size() * 95 / 100)),
                    "");
            table.row(
                    "the whole git push",
                    notes,
                    Table.text("median %.0f ms", Commands.median(whole)),
                    Table.text(
                            "git http-backend %.0f ms; %.2f of it",
                            Commands.median(beside), Commands.median(whole) / Commands.median(beside)));
        }
    }
}
