package garden.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files derived from {@link Keys} are up to date; {@code mvn test -Dtest=ConfigFilesTest -Dgolden=update} rewrites them. */
class ConfigFilesTest {

    private static final Path CONFIG = Path.of("config.yml");
    private static final Path SCHEMA = Path.of("src/main/resources/garden/config.schema.json");

    @Test
    void configHoldsEveryKeyWithItsDefaultAndExplanation() throws IOException {
        checkFile(CONFIG, config());
    }

    @Test
    void schemaSaysWhatTheTableSays() throws IOException {
        checkFile(SCHEMA, schema());
    }

    @Test
    void manualTellsOfEveryKey() throws IOException {
        String manual = Files.readString(Path.of("notes/operate/configuration-keys.md"));
        assertThat(Keys.all())
                .extracting(Key::name)
                .allSatisfy(name -> assertThat(manual).contains("`" + name + "`"));
    }

    @Test
    void configAtTheTopIsTheDefaults(@TempDir Path folder) throws Exception {
        Path empty = Files.createFile(folder.resolve("config.yml"));
        Path full = Files.copy(CONFIG, folder.resolve("full.yml"));

        assertThat(Config.load(full, Map.of(), Map.of())).isEqualTo(Config.load(empty, Map.of(), Map.of()));
    }

    private static void checkFile(Path file, String expected) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).hasContent(expected);
    }

    private static String config() {
        StringBuilder yaml = new StringBuilder("""
            # yaml-language-server: $schema=src/main/resources/garden/config.schema.json
            #
            # Every key with its default. A variable of the environment wins over this file, a flag over both:
            # server.port is GARDEN_SERVER_PORT, live.maxClients is GARDEN_LIVE_MAX_CLIENTS.
            # Paths start at the folder of this file.
            """);
        Keys.explainedSections().forEach((section, explanation) -> {
            yaml.append("\n# ")
                    .append(explanation)
                    .append(".\n")
                    .append(section)
                    .append(":\n");
            Keys.of(section).forEach(key -> yaml.append(config(key)));
        });
        return yaml.toString();
    }

    private static String config(Key<?> key) {
        String comment = "  # " + key.explanation() + ".\n";
        if (key.form().isSecret()) {
            return comment
                    + "  # A secret, not kept here: set %1$s, or %1$s_FILE to the path of a file.\n"
                            .formatted(key.variable());
        }
        return comment + "  " + key.leaf() + ": " + inYaml(key) + "\n";
    }

    private static String inYaml(Key<?> key) {
        String empty = "array".equals(key.form().schema().get("type")) ? "[]" : "\"\"";
        return key.fallback().isEmpty() ? empty : key.fallback();
    }

    private static String schema() throws IOException {
        Map<String, Object> sections = new LinkedHashMap<>();
        Keys.explainedSections().forEach((section, explanation) -> sections.put(section, schema(section, explanation)));
        Map<String, Object> schema = object(sections);
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Configuration of Garden");
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withArrayIndenter(indenter)
                .withObjectIndenter(indenter);
        return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    }

    private static Map<String, Object> schema(String section, String explanation) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Keys.of(section).stream()
                .filter(key -> !key.form().isSecret())
                .forEach(key -> properties.put(key.leaf(), schema(key)));
        Map<String, Object> schema = object(properties);
        schema.put("description", explanation);
        // A section whose keys are all commented out is nothing in YAML.
        schema.put("type", List.of("object", "null"));
        return schema;
    }

    private static Map<String, Object> schema(Key<?> key) {
        Map<String, Object> schema = new TreeMap<>(key.form().schema());
        schema.put("description", key.explanation());
        schema.put("default", inJson(key));
        return schema;
    }

    private static Object inJson(Key<?> key) {
        return switch (String.valueOf(key.form().schema().get("type"))) {
            case "integer" -> Long.valueOf(key.fallback());
            case "boolean" -> Boolean.valueOf(key.fallback());
            case "array" -> List.of();
            default -> key.fallback();
        };
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new TreeMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        return schema;
    }
}
