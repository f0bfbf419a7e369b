/**
 * Finished pages, kept as bytes until a step affects them.
 *
 * <p>Never makes a page, and never decides what a page depends on: a step says which pages it affects. Read {@link
 * garden.web.cache.PageCache} first.
 */
@NullMarked
package garden.web.cache;

import org.jspecify.annotations.NullMarked;
