package garden.web.content;

import garden.concurrent.Failing;
import garden.note.CommitId;
import garden.page.layout.Viewing;
import garden.page.view.View.Fact;
import garden.page.view.View.Failure;
import garden.snapshot.Garden;
import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import garden.web.answer.ServerStatus;
import garden.web.answer.ServerStatus.Upstream;
import garden.web.wiring.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a mirror says of its upstream. Readers are not troubled: as long as a garden was ever seen, it is served as if nothing
 * were wrong, and only the status tells. Before that, nothing is missing for good, so the answer is 503 and not 404.
 */
public record UpstreamAnswers(Wiring.Making making, Supplier<ServerStatus> status) {

    /** Instead of a page, as long as nothing was fetched; empty when there is a garden, or no upstream. */
    public Optional<Answer> waiting(Viewing viewing) {
        return missing(viewing.garden()).map(upstream -> {
            Optional<String> reason = upstream.behind().map(Failing::reason);
            return making.answers().unkept(503, making.views().waiting(viewing, upstream.address(), reason));
        });
    }

    /** Whether readers may be sent here; empty for a garden that follows nothing. */
    public Optional<Answer> readiness(Garden garden) {
        Optional<Answer> notYet = missing(garden)
                .map(upstream -> text(
                        503,
                        "waiting for the upstream"
                                + upstream.behind()
                                        .map(behind -> ": " + behind.reason())
                                        .orElse("") + "\n"));
        return notYet.or(() -> upstream()
                .flatMap(Upstream::behind)
                .map(behind -> text(
                        200,
                        "ready, serving " + garden.commit().hex() + ", behind since " + StatusPage.time(behind.since())
                                + ": " + behind.reason() + "\n")));
    }

    private static Answer text(int status, String text) {
        return Answer.Body.text(status, text, Caching.NEVER);
    }

    private Optional<Upstream> upstream() {
        return status.get().upstream();
    }

    private Optional<Upstream> missing(Garden garden) {
        return garden.tip().equals(CommitId.NONE) ? upstream() : Optional.empty();
    }

    /** Lines of the status page. */
    static void addFacts(ServerStatus status, List<Fact> facts) {
        status.upstream().ifPresent(upstream -> {
            facts.add(new Fact("Follows", upstream.address()));
            upstream.inStep().ifPresent(at -> facts.add(new Fact("Last synchronised", StatusPage.time(at))));
            upstream.behind().ifPresent(behind -> {
                facts.add(new Fact("Behind since", StatusPage.time(behind.since())));
                facts.add(new Fact("Failed attempts", String.valueOf(behind.failures())));
            });
        });
    }

    /** Why the upstream cannot be followed, as the status page shows failures. */
    static Optional<Failure> failure(ServerStatus status) {
        return status.upstream().flatMap(Upstream::behind).map(behind -> new Failure(behind.tried(), behind.reason()));
    }
}
