package garden.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import garden.text.JsonMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** JSON written piece by piece, its texts {@linkplain CleanText#clean cleaned}. */
final class JsonText {

    private JsonText() {}

    /** Writes to {@code out} in UTF-8, and closes it in the end. */
    static JsonGenerator on(OutputStream out) throws IOException {
        return JsonMapping.MAPPER.createGenerator(out);
    }

    static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeStringField(name, CleanText.clean(text));
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeFieldName(name);
        texts(json, texts);
    }

    static void texts(JsonGenerator json, List<String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(CleanText.clean(text));
        }
        json.writeEndArray();
    }
}
