package garden.snapshot;

import garden.graph.LocatedProblem;
import garden.search.SearchView;
import java.util.Optional;

/** A garden and the index of the same commit: what one answer is made of. */
public record Snapshot(Garden garden, SearchView search) {

    /** The same for those who may know of every commit. */
    public Snapshot asOfTip() {
        return new Snapshot(garden.asOfTip(), search);
    }

    /** What is to be done about a problem, in words that follow a semicolon; empty when that is not known. May take milliseconds. */
    public Optional<String> hint(LocatedProblem located) {
        return switch (located.problem().kind()) {
            case BROKEN_LINK -> nearestName(located).map(name -> "did you mean [[" + name + "]]?");
            case MOVED_LINK -> garden.graph().directLink(located).map(link -> "write " + link);
            default -> Optional.empty();
        };
    }

    /** The name most like the one that a broken link wants; empty when nothing is like it, or the problem is another. */
    private Optional<String> nearestName(LocatedProblem located) {
        return garden.graph()
                .missingName(located)
                .flatMap(name ->
                        search.similarTitles(name, 1).stream().findFirst().map(suggestion -> suggestion.name()));
    }
}
