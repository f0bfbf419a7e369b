/**
 * HTTP: from the bytes of a request to an address, from a page to the bytes of an answer; caching, errors, JSON, live
 * updates, and the door to git over HTTP.
 *
 * <p>Never decides what readers may see, never changes the garden and never calls {@code sync}: what it may trigger is
 * handed in. Every answer reads one snapshot. Read {@link garden.web.GardenServer} and {@link garden.web.Answers} first.
 */
@NullMarked
package garden.web;

import org.jspecify.annotations.NullMarked;
