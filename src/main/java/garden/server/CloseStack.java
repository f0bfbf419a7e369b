package garden.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been opened, to be closed in the opposite order, each whatever happens to the others. */
public final class CloseStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CloseStack.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** The same part, to be closed before those added earlier. */
    public <T extends AutoCloseable> T add(T part) {
        synchronized (opened) {
            opened.push(part);
        }
        return part;
    }

    @Override
    public void close() {
        synchronized (opened) {
            while (!opened.isEmpty()) {
                AutoCloseable part = opened.pop();
                try {
                    part.close();
                } catch (Exception e) {
                    LOG.warn("cannot close {}: {}", part.getClass().getSimpleName(), e.getMessage());
                }
            }
        }
    }
}
