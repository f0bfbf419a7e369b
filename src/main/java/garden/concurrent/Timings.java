package garden.concurrent;

import java.time.Duration;

/**
 * How long the server waits, and when it looks or tries again.
 *
 * <p>What operators set is not here but in {@code garden.config.Keys}, with its default: how often an upstream is asked
 * ({@code mirror.pollInterval}), how long it may be silent, the heartbeat of live updates, the time for a push and for a page.
 */
public final class Timings {

    /** Looking: a save is several events and a checkout thousands, so what is heard of a folder within this is told together. */
    public static final Duration FOLDER_MOMENT = Duration.ofMillis(20);

    /** Looking: some file systems tell of nothing, so a folder is looked through this long after the last time, if not {@link #FOLDER_SHARE}. */
    public static final Duration FOLDER_LOOK = Duration.ofSeconds(5);

    /** Looking through a folder takes up at most one part in so many of the time, since a save has to wait for it. */
    public static final int FOLDER_SHARE = 100;

    /** Trying again: to show what changed in a folder, as soon as the next change would be and as seldom as the next look. */
    public static final Backoff FOLDER_RETRY = new Backoff(FOLDER_MOMENT, FOLDER_LOOK);

    /** Trying again: to watch a folder, which is looked through meanwhile. */
    public static final Backoff WATCH_RETRY = new Backoff(FOLDER_LOOK, Duration.ofMinutes(5));

    /** Trying again: to publish, and to put the index on disk; a full disk or a lack of memory passes within minutes. */
    public static final Backoff PUBLISH_RETRY = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    /** Trying again: an upstream that does not answer is asked at least this often. */
    public static final Duration UPSTREAM_LONGEST = Duration.ofMinutes(15);

    /** Trying again: a note that was not read or rendered in time, by when the load that made it late may be over; 1 s to 256 s. */
    public static final Backoff PENDING_RETRY = new Backoff(Duration.ofSeconds(1), 4, Duration.ofSeconds(256));

    /** Trying again: to send a webhook; 1, 4, 16 and 64 s, which outlasts a restart at the other end. */
    public static final Backoff WEBHOOK_RETRY = new Backoff(Duration.ofSeconds(1), 4, Duration.ofSeconds(64));

    /** Debouncing: the index is put on disk when nothing was published for so long, since whatever it lacks is replayed from git. */
    public static final Duration INDEX_QUIET = Duration.ofSeconds(2);

    /** Waiting: whoever pushed or fetched, for the publication; a whole large garden is parsed in this time. */
    public static final Duration PUBLICATION = Duration.ofMinutes(10);

    /** Waiting: for a whole fetch; the first one of a large repository over a slow line takes long. */
    public static final Duration WHOLE_FETCH = Duration.ofHours(1);

    /** Waiting: at most so long is an upstream silent when it is asked, at the start, what it calls its branch. */
    public static final Duration BRANCH_NAME = Duration.ofSeconds(10);

    /** Waiting: a new mirror for its first fetch before it listens, so that whoever starts it finds it filled. */
    public static final Duration FIRST_FETCH = Duration.ofSeconds(20);

    /** Waiting: to be connected to the target of a webhook. */
    public static final Duration WEBHOOK_CONNECTION = Duration.ofSeconds(5);

    /** Waiting: for the answer to a webhook. */
    public static final Duration WEBHOOK_ANSWER = Duration.ofSeconds(10);

    /** Waiting: a connection on which nothing moves is kept for so long, or for two heartbeats when these are longer. */
    public static final Duration IDLE_CONNECTION = Duration.ofSeconds(30);

    /** Logging: work that takes longer tells how far it is, so often. */
    public static final Duration PROGRESS = Duration.ofSeconds(1);

    /** Stopping: for the step that is being published; what is not done is replayed from git. */
    public static final Duration LAST_STEP = Duration.ofSeconds(30);

    /** Stopping: for the fetch that is under way; what it brought is fetched again. */
    public static final Duration LAST_FETCH = Duration.ofSeconds(5);

    /** Stopping: for the last look at a folder. */
    public static final Duration LAST_LOOK = Duration.ofSeconds(10);

    private Timings() {}
}
