package garden.markdown.model;

import garden.note.NotePath;
import java.util.List;
import java.util.Optional;

/** What a link of the garden leads to. Every {@code href} is percent-encoded and complete, fragment included. */
public sealed interface LinkTarget {

    /**
     * A note, or one of its headings or blocks.
     *
     * @param lack what the link names and the note does not have, shown as its tooltip: {@code no heading "Bark"}; then {@code href}
     *     leads to the note
     */
    record Live(String href, String title, Optional<String> lack) implements LinkTarget {

        /** A target that has what the link names. */
        public Live(String href, String title) {
            this(href, title, Optional.empty());
        }
    }

    /**
     * A note, or a part of one, that an embed asks for; as a link it is {@link Live}.
     *
     * @param part anchor of a heading, block or place of the note; empty for all of it
     */
    record Passage(String href, String title, NotePath note, String part) implements LinkTarget {}

    /**
     * A file that is not a note; its extension decides how it is embedded.
     *
     * @param size of a picture, when it is known
     */
    record Attachment(String href, NotePath path, Optional<PictureSize> size) implements LinkTarget {

        /** A file that is no picture, or one whose size is not known. */
        public Attachment(String href, NotePath path) {
            this(href, path, Optional.empty());
        }
    }

    /**
     * Several notes carry the name.
     *
     * @param href the one chosen, or a page that lists them; empty when there is neither
     * @param candidates their paths or titles, in the order shown
     */
    record Ambiguous(Optional<String> href, List<String> candidates) implements LinkTarget {

        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Nothing carries the name.
     *
     * @param href the address it would have; empty when none is to be offered
     * @param reason shown as the link's tooltip: {@code no note named "Elm"}
     */
    record Missing(Optional<String> href, String reason) implements LinkTarget {}
}
