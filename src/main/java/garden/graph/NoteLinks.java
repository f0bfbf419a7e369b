package garden.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * The links of a note that stay in the garden, and where they lead.
 *
 * @param text those of its text, in order
 * @param properties those of its front matter, in the order of {@link garden.note.FrontMatter#links()}
 */
record NoteLinks(List<ResolvedLink> text, List<ResolvedLink> properties) {

    static final NoteLinks NONE = new NoteLinks(List.of(), List.of());

    NoteLinks {
        text = List.copyOf(text);
        properties = List.copyOf(properties);
    }

    /** All, in the order of the file. */
    Stream<ResolvedLink> all() {
        return Stream.concat(properties.stream(), text.stream());
    }
}
