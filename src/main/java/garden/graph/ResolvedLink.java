package garden.graph;

import garden.note.Link;
import garden.note.Problem;
import java.util.Optional;

/** A link of a note and where it leads. */
public record ResolvedLink(Link.Local link, Resolution resolution) {

    /** What is wrong with the link; empty when it leads where it says. */
    public Optional<Problem> problem() {
        return LinkProblem.of(this);
    }
}
