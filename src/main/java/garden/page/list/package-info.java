/**
 * Pages of notes, folders, tags, search, problems and pushes.
 *
 * <p>Never renders Markdown itself. Read {@link garden.page.list.ContentViews} and {@link garden.page.list.FinderViews} first.
 */
@NullMarked
package garden.page.list;

import org.jspecify.annotations.NullMarked;
