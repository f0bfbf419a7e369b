package garden.page.view;

import garden.page.view.Layout.Anchor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the page of updates is made of. Hrefs are complete; text is plain. */
public final class UpdateLines {

    private UpdateLines() {}

    /**
     * What a push or a fetch changed for readers.
     *
     * @param published when readers saw it
     * @param commit empty in a garden that does not show its history
     * @param facts what else it did, in words: {@code 2 links fixed}
     */
    public record Update(Instant published, Optional<LastCommit> commit, List<UpdatedNotes> notes, List<String> facts) {

        public Update {
            notes = List.copyOf(notes);
            facts = List.copyOf(facts);
        }
    }

    /** The last commit of an update; {@code author} and {@code subject} are empty when they are not told. */
    public record LastCommit(String abbreviated, String author, String subject) {}

    /**
     * Notes to which an update did the same.
     *
     * @param what was done to them: {@code Changed}
     * @param more how many more there are, in words; empty when these are all
     */
    public record UpdatedNotes(String what, List<UpdatedNote> notes, String more) {

        public UpdatedNotes {
            notes = List.copyOf(notes);
        }
    }

    /** A note; {@code formerly} is the name that the update took from it, empty when it kept it. */
    public record UpdatedNote(Anchor link, String formerly) {}
}
