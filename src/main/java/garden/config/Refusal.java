package garden.config;

import garden.text.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a name cannot be set where it is written, and which one was probably meant. */
final class Refusal {

    private Refusal() {}

    /** Why {@code name} is not taken from the file or the command line; empty when it is. */
    static Optional<String> of(String name) {
        Optional<Key<?>> key = Keys.find(name);
        if (key.isEmpty()) {
            return Optional.of(unknownKey(name));
        }
        return key.filter(known -> known.form().isSecret()).map(Refusal::secret);
    }

    private static String secret(Key<?> key) {
        return "expected only in the environment, as %1$s or in a file that %1$s_FILE names, since it is a secret"
                .formatted(key.variable());
    }

    private static String unknownKey(String name) {
        String section = before('.', name);
        return nearest(section, after('.', name))
                .map(key -> "unknown key, did you mean " + key.name() + "?")
                .orElseGet(() -> "unknown key, expected " + known(section));
    }

    private static String known(String section) {
        List<Key<?>> keys = Keys.of(section);
        return keys.isEmpty()
                ? String.join(", ", Keys.explainedSections().keySet())
                : keys.stream().map(Key::leaf).collect(Collectors.joining(", "));
    }

    /** Why {@code name} is not a section. */
    static String unknownSection(String name) {
        return Keys.explainedSections().keySet().stream()
                .min(Comparator.comparingInt(section -> EditDistance.between(section, name)))
                .filter(section -> EditDistance.isTypo(section, name))
                .map(section -> "unknown section, did you mean " + section + "?")
                .orElseGet(() -> "unknown section, expected "
                        + String.join(", ", Keys.explainedSections().keySet()));
    }

    /** Why {@code name}, which starts with {@code GARDEN_}, is not a variable. */
    static String unknownVariable(String name) {
        String words = name.substring("GARDEN_".length()).toLowerCase(Locale.ROOT);
        return nearest(before('_', words), after('_', words).replace("_", ""))
                .map(key -> "unknown variable, did you mean " + key.variable() + "?")
                .orElse("unknown variable, expected the name of a key, as GARDEN_SERVER_PORT is that of server.port");
    }

    /** The key whose leaf is spelled nearly as {@code leaf}, best in the section spelled most like {@code section}. */
    private static Optional<Key<?>> nearest(String section, String leaf) {
        Comparator<Key<?>> order = Comparator.comparingInt(key -> leafDistance(key, leaf));
        return Keys.all().stream()
                .filter(key -> EditDistance.isTypo(key.leaf().toLowerCase(Locale.ROOT), leaf.toLowerCase(Locale.ROOT)))
                .min(order.thenComparingInt(key -> EditDistance.between(key.section(), section)));
    }

    private static int leafDistance(Key<?> key, String leaf) {
        return EditDistance.between(key.leaf().toLowerCase(Locale.ROOT), leaf.toLowerCase(Locale.ROOT));
    }

    private static String before(char separator, String name) {
        return name.substring(0, Math.max(0, name.indexOf(separator)));
    }

    private static String after(char separator, String name) {
        return name.substring(name.indexOf(separator) + 1);
    }
}
