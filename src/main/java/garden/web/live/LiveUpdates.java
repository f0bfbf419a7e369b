package garden.web.live;

import garden.graph.Target;
import garden.note.CommitId;
import garden.snapshot.Audience;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells open pages that what they show has changed. Thread-safe.
 *
 * <p>Whoever publishes never waits: each client has a bounded queue, emptied by its own writer. A client whose queue is
 * full is let go; its browser connects again and learns from the greeting which commit it missed.
 */
public final class LiveUpdates implements AutoCloseable {

    private final int maxClients;
    private final int queueSize;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean isClosed;

    public LiveUpdates(int maxClients, int queueSize) {
        this.maxClients = maxClients;
        this.queueSize = queueSize;
    }

    /** What a page shows; where empty, something that any change may touch. */
    public record Watch(Set<Target> targets) {

        /** A page that lists the whole garden, or that is not there yet. */
        public static final Watch EVERYTHING = new Watch(Set.of());

        public Watch {
            targets = Set.copyOf(targets);
        }

        private boolean sees(Set<Target> affected) {
            return targets.isEmpty() || targets.stream().anyMatch(affected::contains);
        }
    }

    /** Adds a client; empty when the cap is reached or the server stops. To be closed by its writer. */
    public Optional<Client> connect(Audience audience, Watch watch) {
        if (isClosed || count.incrementAndGet() > maxClients) {
            count.decrementAndGet();
            return Optional.empty();
        }
        Client client = new Client(audience, watch);
        clients.add(client);
        return Optional.of(client);
    }

    /** Number of connected clients. */
    public int size() {
        return count.get();
    }

    /** Tells each client of this audience whose page differs at {@code commit}. Never blocks. */
    public void published(Audience audience, CommitId commit, Set<Target> affected) {
        for (Client client : clients) {
            if (client.audience == audience && client.watch.sees(affected)) {
                client.offer(commit);
            }
        }
    }

    /** Lets all clients go; no new ones are taken. */
    @Override
    public void close() {
        isClosed = true;
        clients.forEach(Client::letGo);
    }

    /** One open page. */
    public final class Client implements AutoCloseable {

        private final Audience audience;
        private final Watch watch;
        private final BlockingQueue<CommitId> queue = new ArrayBlockingQueue<>(queueSize);
        private volatile boolean isLetGo;

        private Client(Audience audience, Watch watch) {
            this.audience = audience;
            this.watch = watch;
        }

        private void offer(CommitId commit) {
            if (!queue.offer(commit)) {
                letGo();
            }
        }

        private void letGo() {
            isLetGo = true;
            queue.clear();
            queue.offer(CommitId.NONE);
        }

        /** Waits for the next commit that concerns the page; empty after {@code patience}. */
        public Optional<CommitId> next(Duration patience) throws InterruptedException {
            return Optional.ofNullable(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        }

        /** Whether the writer should go on. */
        public boolean isConnected() {
            return !isLetGo && !isClosed;
        }

        @Override
        public void close() {
            if (clients.remove(this)) {
                count.decrementAndGet();
            }
        }
    }
}
