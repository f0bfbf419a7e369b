package garden.config;

import java.util.Locale;

/**
 * One thing that can be set.
 *
 * @param name section and name, joined by a dot: {@code server.port}
 * @param fallback the default, written as in the environment
 * @param explanation one line for {@code config.yml} and for editors
 */
record Key<T>(String name, Form<T> form, String fallback, String explanation) {

    /** The part before the dot. */
    String section() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The part after the dot. */
    String leaf() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** The name in the environment: {@code live.maxClients} is {@code GARDEN_LIVE_MAX_CLIENTS}. */
    String variable() {
        String words = name.replace('.', '_').replaceAll("([A-Z])", "_$1");
        return "GARDEN_" + words.toUpperCase(Locale.ROOT);
    }

    /** Says what was expected, and what was found unless it is a secret. */
    String mismatch(Raw raw) {
        return "expected " + form.expected() + (form.isSecret() ? "" : ", found " + raw);
    }
}
