package garden.note;

/**
 * A link as it is written in a note. Where it leads is not known here: the graph resolves it.
 *
 * <p>Links in code, comments and other places that show text as it is are not links. Every local kind keeps its
 * {@link Place}: the sentence and the heading around it.
 */
public sealed interface Link {

    /** How deep embeds of notes are shown inside each other. */
    int MAX_EMBED_DEPTH = 5;

    /** Where the link is written, brackets included. */
    Span span();

    /** A link whose target is a file of the garden, or should be. */
    sealed interface Local extends Link {

        /** The name or path before {@code #}, as written but trimmed and percent-decoded; empty for a link into the note itself. */
        String target();

        /** What follows the first {@code #}, without it; empty when there is none. */
        String fragment();

        /** Whether the target is to be shown in place: written with {@code !} before it, or an image in raw HTML. */
        boolean isEmbed();

        /** What stands around the link. */
        Place place();
    }

    /** {@code [[target#fragment|label]]}. Resolved by name. */
    record WikiLink(String target, String fragment, boolean isEmbed, Place place, Span span) implements Local {}

    /** {@code [label](target#fragment)} or a local address in raw HTML, percent-decoded. Resolved by name, then by path. */
    record PathLink(String target, String fragment, boolean isEmbed, Place place, Span span) implements Local {}

    /** A link that leaves the garden: {@code url} has a scheme, or begins with {@code //}. */
    record ExternalLink(String url, Span span) implements Link {}

    /**
     * What stands around a link.
     *
     * @param heading index into {@link Note#headings()} of the nearest heading before the link; -1 when there is none
     */
    record Place(Excerpt excerpt, int heading) {}
}
