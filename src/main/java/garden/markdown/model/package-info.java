/**
 * What markdown and who renders with it say to each other: where links lead, what a page needs, limits.
 *
 * <p>Values only. Read {@link garden.markdown.model.LinkTarget} and {@link garden.markdown.model.LinkTargets} first.
 */
@NullMarked
package garden.markdown.model;

import org.jspecify.annotations.NullMarked;
