package garden.web.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import garden.page.layout.Times;
import garden.text.JsonMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.time.Instant;

/** Writes JSON: fields in the order of the record, absent values left out, instants as ISO 8601 in UTC, in whole seconds. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapping.MAPPER
            .rebuild()
            .addModule(new SimpleModule().addSerializer(Instant.class, new WholeSeconds()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    private static final class WholeSeconds extends StdSerializer<Instant> {

        @Serial
        private static final long serialVersionUID = 1;

        WholeSeconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Times.iso(instant));
        }
    }

    /** A value as JSON, in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
        }
    }

    /** For values too long to be held. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out);
    }
}
