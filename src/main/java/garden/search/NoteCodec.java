package garden.search;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import garden.note.BlobId;
import garden.note.Block;
import garden.note.Excerpt;
import garden.note.FrontMatter;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.Property;
import garden.note.PropertyValue;
import garden.note.Span;
import garden.note.Tag;
import java.io.IOException;
import java.util.List;

/**
 * Notes as bytes: CBOR, each record an array of its components in order, one of several kinds preceded by a letter
 * for its kind.
 *
 * <p>The bytes carry no names and no version: whoever changes a record of {@code garden.note} raises {@link IndexFolder#FORMAT}.
 */
final class NoteCodec {

    /** Records of which there are several kinds, and the letters before them. */
    private static final NamedType[] KINDS = {
        new NamedType(Link.WikiLink.class, "w"),
        new NamedType(Link.PathLink.class, "p"),
        new NamedType(Link.ExternalLink.class, "x"),
        new NamedType(PropertyValue.Text.class, "t"),
        new NamedType(PropertyValue.Items.class, "i"),
        new NamedType(PropertyValue.Numeral.class, "n"),
        new NamedType(PropertyValue.Checkbox.class, "c"),
        new NamedType(PropertyValue.Day.class, "d"),
        new NamedType(PropertyValue.Moment.class, "m"),
        new NamedType(PropertyValue.Words.class, "s"),
        new NamedType(PropertyValue.Linked.class, "l"),
    };

    /** All records of a note. */
    private static final List<Class<?>> RECORDS = List.of(
            Note.class,
            NotePath.class,
            BlobId.class,
            FrontMatter.class,
            Heading.class,
            Block.class,
            Span.class,
            Tag.class,
            Problem.class,
            Excerpt.class,
            Link.Place.class,
            Link.WikiLink.class,
            Link.PathLink.class,
            Link.ExternalLink.class,
            Property.class,
            PropertyValue.Text.class,
            PropertyValue.Items.class,
            PropertyValue.Numeral.class,
            PropertyValue.Checkbox.class,
            PropertyValue.Day.class,
            PropertyValue.Moment.class,
            PropertyValue.Words.class,
            PropertyValue.Linked.class);

    private static final CBORMapper MAPPER = mapper();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Note.class);
    private static final ObjectReader READER = MAPPER.readerFor(Note.class);

    private NoteCodec() {}

    static byte[] write(Note note) {
        try {
            return WRITER.writeValueAsBytes(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("note " + note.path() + ": expected every note to have a CBOR form", e);
        }
    }

    static Note read(byte[] bytes) throws IOException {
        return READER.readValue(bytes);
    }

    private static CBORMapper mapper() {
        // A note may hold half a surrogate pair, by an escape in its YAML; it is stored as U+FFFD, as everything else
        // writes it.
        CBORFactory factory = CBORFactory.builder()
                .enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING)
                .build();
        CBORMapper mapper = CBORMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                // The components only; not isNote() and its like.
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
                .addMixIn(Link.class, Kind.class)
                .addMixIn(PropertyValue.class, Kind.class)
                .addMixIn(PropertyValue.Piece.class, Kind.class)
                .build();
        mapper.registerSubtypes(KINDS);
        for (Class<?> record : RECORDS) {
            mapper.configOverride(record).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY));
        }
        return mapper;
    }

    /** What Jackson is to know about links, values of properties and their pieces. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
    private interface Kind {}
}
