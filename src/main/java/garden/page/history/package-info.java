/**
 * Pages of the past: versions, differences, updates.
 *
 * <p>Never shows what a reader may not see today. Read {@link garden.page.history.PastViews} and
 * {@link garden.page.history.UpdateViews} first; {@link garden.page.history.Past} is what they ask.
 */
@NullMarked
package garden.page.history;

import org.jspecify.annotations.NullMarked;
