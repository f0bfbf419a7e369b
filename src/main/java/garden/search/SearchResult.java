package garden.search;

import java.util.List;

/**
 * What a query found, a page of it.
 *
 * @param total number of notes found, exact
 * @param isApproximate whether no note has all that was wanted, so that notes with some of the words, or with words spelled much
 *     like them, were found instead
 * @param hits the page asked for: best first, then by path
 */
public record SearchResult(int total, boolean isApproximate, List<Hit> hits) {

    /** What a query finds that asks for nothing, or for what is nowhere. */
    public static final SearchResult NOTHING = new SearchResult(0, false, List.of());

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
