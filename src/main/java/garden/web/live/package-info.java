/**
 * Browsers that are told when the garden changes.
 *
 * <p>Never knows a page. Read {@link garden.web.live.LiveUpdates}, the only door.
 */
@NullMarked
package garden.web.live;

import org.jspecify.annotations.NullMarked;
