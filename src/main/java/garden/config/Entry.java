package garden.config;

import java.nio.file.Path;

/**
 * A value and where it was written.
 *
 * @param source as in {@link ConfigProblem}
 * @param line as in {@link ConfigProblem}
 * @param key as in {@link ConfigProblem}
 * @param base the absolute folder at which a relative path starts
 */
record Entry(String source, int line, String key, Raw raw, Path base) {

    ConfigProblem problem(String message) {
        return new ConfigProblem(source, line, key, message);
    }
}
