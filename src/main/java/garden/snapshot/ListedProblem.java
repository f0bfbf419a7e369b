package garden.snapshot;

import garden.graph.LocatedProblem;
import garden.note.Problem;
import java.util.Comparator;

/** A problem in the list of all. Ordered by kind, then by path as it is shown, then as problems are. */
record ListedProblem(SortKey path, LocatedProblem located) implements Comparable<ListedProblem> {

    private static final Comparator<ListedProblem> ORDER = Comparator.comparing(ListedProblem::kind)
            .thenComparing(ListedProblem::path)
            .thenComparing(ListedProblem::located);

    private Problem.Kind kind() {
        return located.problem().kind();
    }

    @Override
    public int compareTo(ListedProblem other) {
        return ORDER.compare(this, other);
    }
}
