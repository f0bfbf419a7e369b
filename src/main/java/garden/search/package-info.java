/**
 * The index of a garden: finds notes by their words, and keeps the parsed notes from one start to the next.
 *
 * <p>Derived data only: the whole folder may be deleted at any time. Nothing here reads a repository or parses Markdown, and
 * Lucene is seen by nobody outside. What a search answers depends on the notes alone, never on the history of the index:
 * see {@link garden.search.LiveSearcher}. Read {@link garden.search.SearchIndex}, {@link garden.search.SearchView} and
 * {@link garden.search.Query} first.
 */
@NullMarked
package garden.search;

import org.jspecify.annotations.NullMarked;
