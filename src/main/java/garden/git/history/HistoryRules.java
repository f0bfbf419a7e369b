package garden.git.history;

import garden.note.CommitId;
import java.util.Set;
import java.util.TreeSet;

/**
 * What besides the commits decides a history.
 *
 * @param ignored commits that count as no change, beside those that {@code .git-blame-ignore-revs} names
 * @param maxNoteBytes of a longer note only so many bytes and one more are shown to {@code showing}
 */
public record HistoryRules(
        VersionVisibility showing, Set<CommitId> ignored, Messages messages, Authors authors, int maxNoteBytes) {

    /** Which commits' subjects are told. */
    public enum Messages {
        /** Those of commits that touch only what readers may see; merges tell nothing. */
        PUBLIC,
        /** All. */
        ALL,
        /** None. */
        NONE
    }

    /** Whether the names of authors are told. */
    public enum Authors {
        TOLD,
        UNTOLD
    }

    public HistoryRules {
        ignored = Set.copyOf(ignored);
    }

    /** The rules as one text, the same for the same rules. */
    String text() {
        TreeSet<String> commits = new TreeSet<>();
        ignored.forEach(commit -> commits.add(commit.hex()));
        return String.join(
                " ", showing.rules(), messages.name(), authors.name(), "" + maxNoteBytes, commits.toString());
    }
}
