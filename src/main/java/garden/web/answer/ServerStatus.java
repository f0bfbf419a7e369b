package garden.web.answer;

import garden.concurrent.Failing;
import garden.concurrent.Failure;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the garden is kept up to date, as operators want to know it.
 *
 * @param publishedAt empty until the first snapshot is published
 * @param lastFailure why nothing was published; empty when the last attempt went well
 * @param abandonedNotes parsings and renderings given up since the start because their time was over
 * @param upstream what is followed; empty for a garden that takes pushes
 * @param troubles what else did not go well the last time, by its name: a listener to publications, the index on disk, the last
 *     announcement to someone elsewhere
 */
public record ServerStatus(
        Optional<Instant> publishedAt,
        Optional<Failure> lastFailure,
        long abandonedNotes,
        Optional<Upstream> upstream,
        SortedMap<String, Failure> troubles) {

    /** The name of webhooks that go out among the troubles. */
    public static final String ANNOUNCEMENT = "announcement";

    public ServerStatus {
        troubles = Collections.unmodifiableSortedMap(new TreeMap<>(troubles));
    }

    /**
     * A repository elsewhere that is followed.
     *
     * @param address fit to be shown
     * @param inStep when the garden was last known to be where it is; empty when it never was since the start
     * @param behind empty as long as it can be followed
     */
    public record Upstream(String address, Optional<Instant> inStep, Optional<Failing> behind) {}
}
