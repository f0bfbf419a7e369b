package garden.server;

import garden.concurrent.Timings;
import garden.git.push.PushListener;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.snapshot.ChangeReport;
import garden.snapshot.Snapshot;
import garden.sync.Publication;
import garden.sync.PushReport;
import garden.sync.SyncLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Publishes what was pushed, waits until readers see it, and tells whoever pushed what it did to the garden. */
record PushAnswer(SyncLoop loop, Site site) implements PushListener {

    /** So many lines are told of hidden notes whose front matter is not understood, and of patterns that fit no file. */
    private static final int MAX_REMARKS = 5;

    @Override
    public List<String> pushed(Optional<CommitId> before, CommitId after) throws IOException, InterruptedException {
        Publication published = published();
        ChangeReport report = published.report();
        List<String> lines = new ArrayList<>(loop.live()
                .read(snapshot -> new PushReport(report, snapshot::hint, path -> url(path, snapshot)).lines()));
        published.details().toAuthor().stream().limit(MAX_REMARKS).forEach(lines::add);
        lines.add("all of it: " + site.url(new Address.PushPage(report.commit().hex())));
        return lines;
    }

    private Publication published() throws IOException, InterruptedException {
        try {
            return loop.sync().get(Timings.PUBLICATION.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(
                    "not yet published after " + Timings.PUBLICATION.toMinutes() + " minutes; it will be", e);
        }
    }

    private String url(NotePath path, Snapshot snapshot) {
        return site.url(new Address.Content(snapshot.garden().slug(path)));
    }
}
