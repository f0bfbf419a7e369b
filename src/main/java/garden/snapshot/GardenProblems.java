package garden.snapshot;

import garden.graph.LocatedProblem;
import java.util.ArrayList;
import java.util.List;

/** The problems of one garden, looked for when they are first asked for. Thread-safe. */
final class GardenProblems {

    private final Garden garden;
    private final GardenParts parts;
    private final Lazy<List<LocatedProblem>> outsideNotes = new Lazy<>(this::findOutsideNotes);
    private final Lazy<RankedSet<ListedProblem>> listed = new Lazy<>(this::findListed);

    /** Asks nothing of {@code garden} yet, which may not be whole. */
    GardenProblems(Garden garden, GardenParts parts) {
        this.garden = garden;
        this.parts = parts;
    }

    /** Those in notes, by kind, path, line; then {@link #outsideNotes}. */
    List<LocatedProblem> all() {
        List<LocatedProblem> problems = new ArrayList<>(parts.graph().problems());
        problems.addAll(outsideNotes());
        return problems;
    }

    /** Those that tell nothing of unlisted notes. */
    RankedSet<ListedProblem> listed() {
        return listed.get();
    }

    /** Those about addresses, redirects and files that cannot be read, in this order. */
    List<LocatedProblem> outsideNotes() {
        return outsideNotes.get();
    }

    private RankedSet<ListedProblem> findListed() {
        GardenLists lists = parts.lists();
        return lists.problems()
                .plusAll(withRedirects(AddressProblems.listed(garden, parts.addresses())).stream()
                        .map(lists::listed)
                        .toList());
    }

    private List<LocatedProblem> findOutsideNotes() {
        List<LocatedProblem> problems = withRedirects(AddressProblems.whole(garden, parts.addresses()));
        problems.addAll(parts.unreadable().problems());
        return List.copyOf(problems);
    }

    private List<LocatedProblem> withRedirects(AddressProblems addresses) {
        List<LocatedProblem> problems = new ArrayList<>(addresses.all());
        problems.addAll(parts.redirects().problems());
        return problems;
    }
}
