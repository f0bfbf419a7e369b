package garden.git;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a set of commits says about files: first and last touch by path, and which path was renamed from which. Only grows;
 * the order in which commits are added does not matter. For one thread.
 */
final class HistoryFacts {

    private final Map<String, Times> times = new HashMap<>();
    private final Map<String, Set<String>> earlierNames = new HashMap<>();

    /** The first and the last touch, in seconds since 1970. */
    record Times(long first, long last) {
        Times merge(Times other) {
            return new Times(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    void touch(String path, long seconds) {
        times.merge(path, new Times(seconds, seconds), Times::merge);
    }

    void rename(String from, String to) {
        earlierNames.computeIfAbsent(to, path -> new TreeSet<>()).add(from);
    }

    Map<String, Times> times() {
        return times;
    }

    Map<String, Set<String>> earlierNames() {
        return earlierNames;
    }

    /** Every path that was touched; a path that something was renamed to is among them. */
    Set<String> paths() {
        return times.keySet();
    }
}
