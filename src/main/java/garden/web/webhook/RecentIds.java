package garden.web.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of the last so many texts was seen. Thread-safe, bounded in number and in length.
 *
 * <p>No cache, which may keep what is seen often and let go what came last: the last ones are those that count here.
 */
final class RecentIds {

    private static final int MAX_CHARS = 200;

    private final Map<String, Integer> seen;

    RecentIds(int max) {
        seen = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > max;
            }
        };
    }

    /** How often {@code id} was seen, this time included. */
    synchronized int add(String id) {
        return seen.merge(id.length() > MAX_CHARS ? id.substring(0, MAX_CHARS) : id, 1, Integer::sum);
    }
}
