/**
 * Comparisons of texts: lines, words, and which version wrote which line. Pure functions with bounded cost.
 *
 * <p>Never reads a file and knows nothing of git. Read {@link garden.diff.Difference} and {@link garden.diff.Blame} first.
 */
@NullMarked
package garden.diff;

import org.jspecify.annotations.NullMarked;
