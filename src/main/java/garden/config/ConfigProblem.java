package garden.config;

import java.util.Comparator;

/**
 * One thing wrong with the configuration. Ordered by line, then what has no line, by source and key.
 *
 * @param source the file as it was named, a variable of the environment, or {@code command line}
 * @param line from 1; 0 outside of a file, or for the file as a whole
 * @param key dotted; empty when the source says it all
 * @param message what, expected, found; lower-case start, no full stop
 */
public record ConfigProblem(String source, int line, String key, String message) implements Comparable<ConfigProblem> {

    private static final Comparator<ConfigProblem> ORDER = Comparator.comparingInt(ConfigProblem::orderOfLine)
            .thenComparing(ConfigProblem::source)
            .thenComparing(ConfigProblem::key)
            .thenComparing(ConfigProblem::message);

    private int orderOfLine() {
        return line == 0 ? Integer.MAX_VALUE : line;
    }

    @Override
    public int compareTo(ConfigProblem other) {
        return ORDER.compare(this, other);
    }

    /** As shown, in one line: {@code config.yml:12: server.port: expected 0 to 65535, found "http"}. */
    @Override
    public String toString() {
        String place = source + (line == 0 ? "" : ":" + line) + ": " + (key.isEmpty() ? "" : key + ": ");
        return (place + message).replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
