package garden.web;

import garden.concurrent.Failing;
import garden.concurrent.Failure;
import garden.page.layout.Viewer;
import garden.page.view.Banner;
import garden.web.answer.PushReports;
import garden.web.answer.ServerStatus;
import garden.web.answer.ServerStatus.Upstream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Those who may push, and what they are told on every page that readers are not. */
record Operators(Optional<PushReports> pushes, Supplier<ServerStatus> status) {

    /**
     * Who asks with this {@code Authorization} header, empty for a request without.
     *
     * @throws IOException when it cannot be found out
     */
    Viewer viewer(Optional<String> authorization) throws IOException {
        boolean isOperator = pushes.isPresent() && pushes.get().isOpenTo(authorization);
        return isOperator ? Viewer.operator(banner()) : Viewer.READER;
    }

    /** Why and since when the garden is behind; empty when it is not. */
    private Optional<Banner> banner() {
        ServerStatus now = status.get();
        return now.upstream()
                .flatMap(Upstream::behind)
                .map(Operators::behind)
                .or(() -> now.lastFailure().map(Operators::failed));
    }

    private static Banner behind(Failing behind) {
        return new Banner("Behind the upstream since", behind.since(), behind.reason(), Optional.of(behind.nextTry()));
    }

    private static Banner failed(Failure failure) {
        return new Banner(
                "The newest commit could not be published on", failure.at(), failure.message(), Optional.empty());
    }
}
