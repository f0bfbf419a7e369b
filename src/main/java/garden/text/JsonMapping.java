package garden.text;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How values become JSON and JSON values, everywhere in this program. */
public final class JsonMapping {

    /**
     * The only factory of JSON: records by their components, in order, with optional parts and times. Immutable; what differs for one
     * purpose is {@link JsonMapper#rebuild rebuilt} from it.
     */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    private JsonMapping() {}
}
