package garden.search;

import garden.note.NotePath;
import java.util.List;

/**
 * A note that a query found.
 *
 * @param title the whole title, matches marked
 * @param snippets one or two, in the order of the text; the summary when no word of the text matches; none when there is no text
 */
public record Hit(NotePath path, List<Fragment> title, List<Snippet> snippets) {

    public Hit {
        title = List.copyOf(title);
        snippets = List.copyOf(snippets);
    }
}
