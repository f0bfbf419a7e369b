/**
 * The garden for programs that read it on behalf of people: feeds of what changed, the list of all pages, the index that
 * Quartz publishes, and the door for a browser's search field.
 *
 * <p>From a snapshot to bytes; says nothing that no page says, and nothing of unlisted notes. What grows with the garden is
 * written as it is made. Read {@link garden.feed.Feeds}, {@link garden.feed.Feed} and {@link garden.feed.ListedPages} first.
 */
@NullMarked
package garden.feed;

import org.jspecify.annotations.NullMarked;
