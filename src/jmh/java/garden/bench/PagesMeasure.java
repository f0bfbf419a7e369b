package garden.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Pages of notes under load: Garden, nginx and a bare Jetty in turn, with the same bytes. */
final class PagesMeasure implements Measure {

    private static final int PAGES = 100;
    private static final int CONNECTIONS = 64;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void run(Ground ground, int notes, Table table) throws Exception {
        GeneratedGarden made = ground.garden(notes);
        List<String> paths = IntStream.range(0, PAGES)
                .mapToObj(i -> ground.address(made.note(notes / 2 + i)))
                .toList();
        try (GardenProcess garden = ground.serve(notes)) {
            StaticPages pages = StaticPages.of(garden.base(), paths, ground.fresh("static"));
            try (StaticPages.Server nginx = pages.nginx();
                    StaticPages.Server jetty = pages.jetty()) {
                Peer ours = new Peer("Garden", garden.base(), paths, garden.figures());
                Peer files = new Peer("nginx", nginx.base(), pages.paths(), nginx.figures());
                Peer bare = new Peer("bare Jetty", jetty.base(), pages.paths(), jetty.figures());
                ours.load(ground, ground.warmUp());
                bare.load(ground, ground.warmUp());
                for (int i = 0; i < ground.rounds(); i++) {
                    for (Peer peer : List.of(ours, files, bare)) {
                        peer.measure(ground);
                    }
                }
                for (Peer peer : List.of(ours, files, bare)) {
                    table.row(
                            "note page, " + CONNECTIONS + " connections: " + peer.name,
                            notes,
                            peer.figures(),
                            ours.ratio(peer));
                }
                Peer pushing =
                        new Peer("Garden while a push lands every second", garden.base(), paths, garden.figures());
                pushing.measureWhilePushing(ground, new Pusher(ground, made, garden.pushUrl()));
                table.row("note page: " + pushing.name, notes, pushing.figures(), pushing.ratio(ours));
            }
        }
    }

    /** One of the servers, and what was measured of it. */
    private record Peer(
            String name,
            URI base,
            List<String> paths,
            ProcessFigures process,
            List<Load.Result> results,
            List<Double> cpu) {

        Peer(String name, URI base, List<String> paths, ProcessFigures process) {
            this(name, base, paths, process, new ArrayList<>(), new ArrayList<>());
        }

        Load.Result load(Ground ground, Duration duration) throws Exception {
            return new Load(base, paths, CONNECTIONS, duration).run(ground.folder());
        }

        void measure(Ground ground) throws Exception {
            double before = process.cpu();
            Load.Result result = load(ground, ground.round());
            results.add(result);
            cpu.add((process.cpu() - before) * 1e3 / result.requests());
        }

        void measureWhilePushing(Ground ground, Pusher pusher) throws Exception {
            AtomicBoolean isOver = new AtomicBoolean();
            Thread pushes = Thread.ofPlatform().start(() -> pusher.pushEverySecond(isOver));
            for (int i = 0; i < ground.rounds(); i++) {
                measure(ground);
            }
            isOver.set(true);
            pushes.join();
        }

        double perSecond() {
            return Commands.median(results.stream().map(Load.Result::perSecond).toList());
        }

        String figures() {
            return Table.text(
                    "%,.0f/s, p50 %.2f ms, p99 %.2f ms, CPU %.3f ms, %d failures",
                    perSecond(),
                    Commands.median(results.stream().map(Load.Result::median).toList()),
                    Commands.median(results.stream().map(Load.Result::p99).toList()),
                    Commands.median(cpu),
                    results.stream().mapToLong(Load.Result::failures).sum());
        }

        String ratio(Peer other) {
            return other == this ? "" : Table.text("%.2f of %s", perSecond() / other.perSecond(), other.name);
        }
    }
}
