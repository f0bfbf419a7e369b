package garden.markdown;

import garden.note.BlobId;
import garden.note.Link;
import garden.note.NotePath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a single link, as the parser of notes does. */
public record LinkText(Markdown markdown) {

    private static final int MAX_CHARS = 2_000;
    private static final BlobId NO_BLOB = new BlobId("0".repeat(40));

    /**
     * The first link of {@code text} that stays in the garden, if it stood in a note at {@code from}. A bare name or path,
     * perhaps with a heading, is taken as a wikilink. Empty when there is none, or the text is longer than a link is.
     */
    public Optional<Link.Local> link(NotePath from, String text) {
        if (text.isBlank() || text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        return parsed(from, text.strip()).or(() -> parsed(from, "[[" + text.strip() + "]]"));
    }

    private Optional<Link.Local> parsed(NotePath from, String text) {
        return markdown.parse(from, NO_BLOB, text.getBytes(StandardCharsets.UTF_8))
                .note()
                .localLinks()
                .findFirst();
    }
}
