/**
 * The door of the server: a request comes in, is refused or finds its answer in one of the rooms below, and goes out.
 *
 * <p>Never decides what readers may see, never changes the garden and never calls {@code sync}: what it may trigger is
 * handed in. Every answer reads one snapshot. Read {@link garden.web.GardenServer} and {@link garden.web.Answers} first.
 */
@NullMarked
package garden.web;

import org.jspecify.annotations.NullMarked;
