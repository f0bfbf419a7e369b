/**
 * What became of each file, commit by commit: dates, versions, renames, contributors, and which of it readers may see.
 *
 * <p>Derived from the repository and kept in a file that may be deleted; never decides who may see a version, but asks.
 * Read {@link garden.git.history.History} and {@link garden.git.history.HistoryView} first; {@link garden.git.history.VersionVisibility}
 * is the question it asks.
 */
@NullMarked
package garden.git.history;

import org.jspecify.annotations.NullMarked;
