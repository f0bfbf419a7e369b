package garden.snapshot;

import garden.graph.LocatedProblem;
import garden.search.SearchView;
import java.util.Optional;

/** A garden and the index of the same commit: what one answer is made of. */
public record Snapshot(Garden garden, SearchView search) {

    /** The name most like the one that a broken link wants; empty when nothing is like it, or the problem is another. */
    public Optional<String> nearestName(LocatedProblem located) {
        return garden.graph()
                .missingName(located)
                .flatMap(name ->
                        search.similarTitles(name, 1).stream().findFirst().map(suggestion -> suggestion.name()));
    }
}
