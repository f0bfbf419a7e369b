package garden.graph;

import garden.note.NotePath;
import garden.note.Problem;
import java.util.Comparator;

/** A problem and the note it is in. Ordered by kind, path, line and message. */
public record LocatedProblem(NotePath path, Problem problem) implements Comparable<LocatedProblem> {

    private static final Comparator<LocatedProblem> ORDER = Comparator.<LocatedProblem, Problem.Kind>comparing(
                    located -> located.problem.kind())
            .thenComparing(LocatedProblem::path)
            .thenComparingInt(located -> located.problem.line())
            .thenComparing(located -> located.problem.message());

    @Override
    public int compareTo(LocatedProblem other) {
        return ORDER.compare(this, other);
    }

    /** As compilers print: {@code systems/eagle.md:7: message}. */
    @Override
    public String toString() {
        return path + ":" + problem.line() + ": " + problem.message();
    }
}
