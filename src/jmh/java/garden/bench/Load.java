package garden.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Many readers at once: by wrk where it is installed, else by a client of our own, which takes more of the processor.
 *
 * @param paths asked for in turn, packed
 */
record Load(URI base, List<String> paths, int connections, Duration duration) {

    /** What came of it; the times in milliseconds. */
    record Result(double perSecond, double median, double p99, long requests, long failures) {}

    Result run(Path folder) throws Exception {
        return Commands.has("wrk") ? wrk(folder) : own();
    }

    private Result wrk(Path folder) throws IOException, InterruptedException {
        String requests = paths.stream()
                .map(path -> "  wrk.format('GET', '" + path + "'),\n")
                .collect(Collectors.joining("", "  all = {\n", "  }\n"));
        Path script = Files.writeString(
                folder.resolve("wrk.lua"),
                "wrk.headers['Accept-Encoding'] = 'gzip'\n"
                        + "local all, at = {}, 0\n"
                        + "function init(args)\n"
                        + ""
                        + requests
                        + "end\n"
                        + "function request()\n"
                        + "  at = at % #all + 1\n"
                        + "  return all[at]\n"
                        + "end\n"
                        + "function done(s, latency)\n"
                        + "  local e = s.errors\n"
                        + "  io.write('\\n"
                        + "RESULT ', s.requests, ' ', s.duration, ' ', latency:percentile(50), ' ',"
                        + " latency:percentile(99), ' ', e.connect + e.read + e.write + e.status + e.timeout, '\\n"
                        + "')\n"
                        + "end\n");
        String output = Commands.run(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + duration.toSeconds() + "s",
                "-s",
                script.toString(),
                base + "/");
        String[] figures = output.lines()
                .filter(line -> line.startsWith("RESULT"))
                .findFirst()
                .orElseThrow()
                .split(" ");
        long count = Long.parseLong(figures[1]);
        double seconds = Double.parseDouble(figures[2]) / 1e6;
        return new Result(
                count / seconds,
                Double.parseDouble(figures[3]) / 1e3,
                Double.parseDouble(figures[4]) / 1e3,
                count,
                Long.parseLong(figures[5]));
    }

    private Result own() throws Exception {
        List<Double> times = new ArrayList<>();
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                Callable<List<Double>> reader = () -> read(first, end);
                all.add(readers.submit(reader));
            }
            for (Future<List<Double>> one : all) {
                times.addAll(one.get());
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        times.sort(null);
        return new Result(
                times.size() / seconds,
                times.get(times.size() / 2),
                times.get(times.size() * 99 / 100),
                times.size(),
                0);
    }

    private List<Double> read(int first, long end) throws IOException {
        List<Double> times = new ArrayList<>();
        try (Connection connection = new Connection(base)) {
            for (int i = first; System.nanoTime() < end; i++) {
                times.add(connection.millis(paths.get(i % paths.size())));
            }
        }
        return times;
    }
}
