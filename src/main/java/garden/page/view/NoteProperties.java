package garden.page.view;

import java.util.List;
import java.util.Optional;

/**
 * What the front matter of a note says beyond its title, dates and tags.
 *
 * @param language of the note, when it is said
 * @param cssClasses for the note's element
 * @param aliases other names of the note
 */
public record NoteProperties(
        Optional<String> language, List<String> cssClasses, List<String> aliases, List<PropertyLine> lines) {

    /** Of a note that says nothing. */
    public static final NoteProperties NONE = new NoteProperties(Optional.empty(), List.of(), List.of(), List.of());
}
