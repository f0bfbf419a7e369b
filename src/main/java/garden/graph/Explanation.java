package garden.graph;

import garden.graph.Resolution.Ambiguous;
import garden.graph.Resolution.Missing;
import garden.graph.Resolution.Resolved;
import garden.note.Link;
import garden.note.NotePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a link leads, by which rule, and what else it could have meant.
 *
 * @param passedOver files and notes that were considered and passed over, by the rule that passed them over, a hundred at most; for
 *     an ambiguous link its candidates are in the resolution
 */
public record Explanation(NotePath from, Link.Local link, Resolution resolution, List<PassedOverFile> passedOver) {

    public Explanation {
        passedOver = List.copyOf(passedOver);
    }

    /** A file that was not taken, and why. */
    public record PassedOverFile(NotePath path, Reason reason) {}

    /** So many of them are named. */
    static final int MAX_PASSED_OVER = 100;

    /** Why a file was not taken, in the order of the rules. */
    public enum Reason {
        /** Rule 4. */
        NOT_IN_PLACE("another stands exactly where the link says"),
        /** Rule 5. */
        OTHER_PATH("its path does not end with the link's"),
        /** Rule 7. */
        NOT_WHOLE_PATH("its path is longer than the link's, which is the whole path of another"),
        /** Rule 8. */
        OUTSIDE_FOLDER("it is not below the note's own folder"),
        /** Rules 8 and 9. */
        LONGER_PATH("its path is longer"),
        /** Rule 10. */
        TIED("its path is as long; spelling, then the alphabet decide"),
        /** Rule 11: a name beats an alias. */
        ONLY_ALIAS("it has the name only as an alias"),
        /** Rule 11: a name and an alias beat a title. */
        ONLY_TITLE("it has the name only as its title");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason as the end of a sentence. */
        public String words() {
            return words;
        }
    }

    /** The explanation in words, a line each: where, by which rule, what of the heading, and each file that was passed over. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String written = LinkProblem.written(link) + " in " + from;
        switch (resolution) {
            case Resolved to -> {
                lines.add(written + " leads to " + LinkProblem.name(to.target()));
                addRule(lines);
                addHeading(to, lines);
            }
            case Ambiguous(List<NotePath> candidates, Resolution.Rule rule) -> {
                lines.add(written + " is ambiguous: " + LinkProblem.list(candidates));
                addRule(lines);
            }
            case Missing missing -> {
                lines.add(written + " is broken");
                addRule(lines);
            }
        }
        passedOver.forEach(
                file -> lines.add("not " + file.path() + ": " + file.reason().words()));
        return lines;
    }

    private void addRule(List<String> lines) {
        lines.add(
                "rule " + resolution.rule().number() + ": " + resolution.rule().words());
    }

    private void addHeading(Resolved to, List<String> lines) {
        switch (to.heading()) {
            case NONE_ASKED -> {}
            case FOUND -> lines.add("heading \"" + link.fragment() + "\": found, #" + to.anchor());
            case MISSING ->
                lines.add("heading \"" + link.fragment() + "\": not found; the link leads to the note's beginning");
        }
    }
}
