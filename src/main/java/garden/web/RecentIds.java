package garden.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last so many texts that were seen. Thread-safe, bounded in number and in length. */
final class RecentIds {

    private static final int MAX_CHARS = 200;

    private final Map<String, Boolean> seen;

    RecentIds(int max) {
        seen = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > max;
            }
        };
    }

    /** Whether {@code id} was not seen before; from now on it was. */
    synchronized boolean add(String id) {
        return seen.put(id.length() > MAX_CHARS ? id.substring(0, MAX_CHARS) : id, Boolean.TRUE) == null;
    }
}
