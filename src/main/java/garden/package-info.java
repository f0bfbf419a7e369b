/**
 * The command line, and the one place where everything is put together.
 *
 * <p>Wires by hand, starts and stops. Decides nothing about notes. Read {@link garden.Main} and {@link garden.RunningGarden}
 * first.
 */
@NullMarked
package garden;

import org.jspecify.annotations.NullMarked;
