package garden.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Facts read off a site that Quartz built, and off the code with which its generations spell addresses. */
final class Facts {

    private static final JsonMapper JSON = new JsonMapper();

    private Facts() {}

    static JsonNode read(String file) {
        try (InputStream stream = Facts.class.getResourceAsStream(file)) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
