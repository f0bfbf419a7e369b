package garden.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the variables whose names start with {@code GARDEN_}. A secret may be in a file that a variable names. */
final class Environment {

    private static final String PREFIX = "GARDEN_";

    /** Read by the launcher. */
    private static final Set<String> LAUNCHER = Set.of("GARDEN_JAVA_HOME", "GARDEN_JAVA_OPTS");

    /** Set by Kubernetes in every pod beside a service named "garden"; GARDEN_PORT only in its form there. */
    private static final Pattern SERVICE_LINK = Pattern.compile(
            "GARDEN_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_.*)?)=.*|GARDEN_PORT=[a-z]+://.*",
            Pattern.DOTALL);

    private static final int MAX_SECRET_BYTES = 4096;

    private final Map<String, String> variables;
    private final Map<String, Entry> entries = new HashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Set<String> known = new HashSet<>(LAUNCHER);

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    static Layer read(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Keys.all().forEach(environment::readKey);
        variables.forEach(environment::checkKnown);
        return new Layer(environment.entries, environment.problems);
    }

    private void readKey(Key<?> key) {
        String variable = key.variable();
        known.add(variable);
        if (variables.containsKey(variable)) {
            put(key, variable, variables.get(variable));
        }
        if (key.form().isSecret()) {
            readFileOf(key, variable + "_FILE");
        }
    }

    private void readFileOf(Key<?> key, String variable) {
        known.add(variable);
        if (entries.containsKey(key.name()) && variables.containsKey(variable)) {
            addProblem(variable, "expected this or " + key.variable() + ", found both");
        } else if (variables.containsKey(variable)) {
            readSecret(key, variable, variables.get(variable));
        }
    }

    private void readSecret(Key<?> key, String variable, String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            put(key, variable, new String(in.readNBytes(MAX_SECRET_BYTES), StandardCharsets.UTF_8).strip());
        } catch (IOException | InvalidPathException unreadable) {
            addProblem(variable, "expected a file that can be read, found " + new Raw.Text(file));
        }
    }

    private void put(Key<?> key, String variable, String text) {
        entries.put(key.name(), new Entry(variable, 0, "", new Raw.Text(text), Layer.workingFolder()));
    }

    private void checkKnown(String name, String value) {
        boolean isOurs = name.startsWith(PREFIX) && !known.contains(name);
        if (isOurs && !SERVICE_LINK.matcher(name + "=" + value).matches()) {
            addProblem(name, Refusal.unknownVariable(name));
        }
    }

    private void addProblem(String variable, String message) {
        problems.add(new ConfigProblem(variable, 0, "", message));
    }
}
