package garden.web.wiring;

import garden.concurrent.Failing;
import garden.snapshot.Garden;
import garden.snapshot.LiveGarden;
import garden.web.answer.ServerStatus;
import garden.web.live.LiveUpdates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Figures for Prometheus: what is served, how old it is, and what is asked of the server. Nothing of private notes. Thread-safe. */
public final class Metrics {

    /** What Prometheus takes. */
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final LiveGarden live;
    private final Supplier<ServerStatus> status;
    private final Timer publications;

    public Metrics(LiveGarden live, LiveUpdates updates, Supplier<ServerStatus> status) {
        this.live = live;
        this.status = status;
        this.publications = Timer.builder("garden.publication")
                .description("From the request to the publication")
                .register(registry);
        garden(
                "garden.notes",
                "Notes that lists may name",
                garden -> garden.graph().listedCount());
        garden("garden.links", "Links between them", garden -> garden.graph().linkCount());
        garden("garden.problems", "Problems in them", Garden::problemCount);
        garden(
                "garden.commit.time.seconds",
                "When the served commit was made, since 1970",
                garden -> garden.committed().getEpochSecond());
        gauge(
                "garden.published.time.seconds",
                "When it was published, since 1970",
                now -> now.publishedAt().map(Instant::getEpochSecond).orElse(0L));
        gauge(
                "garden.publication.failed",
                "1 when the last attempt to publish failed",
                now -> now.lastFailure().isPresent() ? 1 : 0);
        Gauge.builder("garden.live.readers", updates, LiveUpdates::size)
                .description("Open pages that wait for changes")
                .register(registry);
        garden(
                "garden.notes.pending",
                "Notes that could not be read in time and will be tried again",
                now -> now.pending().size());
        FunctionCounter.builder(
                        "garden.notes.abandoned", status, now -> now.get().abandonedNotes())
                .description("Parsings and renderings given up because their time was over")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Adds how far the garden is behind its upstream. */
    public Metrics withUpstream() {
        gauge("garden.upstream.behind.seconds", "How long the upstream cannot be followed; 0 when it is", Metrics::lag);
        gauge(
                "garden.upstream.failures",
                "Attempts that failed in a row",
                now -> now.upstream()
                        .flatMap(ServerStatus.Upstream::behind)
                        .map(Failing::failures)
                        .orElse(0));
        return this;
    }

    private static double lag(ServerStatus now) {
        return now.upstream()
                .flatMap(ServerStatus.Upstream::behind)
                .map(behind -> Duration.between(behind.since(), Instant.now()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private void garden(String name, String description, ToDoubleFunction<Garden> figure) {
        Gauge.builder(name, live, cell -> figure.applyAsDouble(cell.garden()))
                .description(description)
                .register(registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<ServerStatus> figure) {
        Gauge.builder(name, status, now -> figure.applyAsDouble(now.get()))
                .description(description)
                .register(registry);
    }

    /** Counts a publication. */
    public void published(Duration took) {
        publications.record(took);
    }

    /** Counts a phase of a publication. */
    public void phase(String name, Duration took) {
        Timer.builder("garden.publish.phase")
                .description("A part of a publication")
                .tag("phase", name)
                .register(registry)
                .record(took);
    }

    /** Counts an answer. */
    public void answered(int status) {
        Counter.builder("garden.answers")
                .description("Answers by class of status, git not included")
                .tag("status", status / 100 + "xx")
                .register(registry)
                .increment();
    }

    /** All figures, as Prometheus reads them. */
    public String text() {
        return registry.scrape();
    }
}
