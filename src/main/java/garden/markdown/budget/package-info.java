/**
 * What one note may cost: time, nesting, and the markup in a block.
 *
 * <p>Never knows what is read or written within it. Read {@link garden.markdown.budget.BudgetedThreads} and
 * {@link garden.markdown.budget.BudgetScan} first.
 */
@NullMarked
package garden.markdown.budget;

import org.jspecify.annotations.NullMarked;
