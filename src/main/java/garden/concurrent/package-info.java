/**
 * What threads that must not die share: turns that survive whatever they throw, listeners told one by one, work done once
 * for all who wait for it.
 *
 * <p>Knows nothing of notes, git or the web, and starts no thread of its own. Read {@link garden.concurrent.Attempts} first;
 * {@link garden.concurrent.Timings} has how long anything is waited for.
 */
@NullMarked
package garden.concurrent;

import org.jspecify.annotations.NullMarked;
