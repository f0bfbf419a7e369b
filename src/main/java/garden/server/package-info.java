/**
 * A server put together by hand, with what lies in its data folder: the one place where repository, sync, pages and web meet.
 *
 * <p>Starts and stops; never decides anything about notes. The doors are {@link garden.server.RunningGarden} and
 * {@link garden.server.DataFolder}; {@link garden.server.ConfigTranslation} says the configuration in the words of the packages.
 */
@NullMarked
package garden.server;

import org.jspecify.annotations.NullMarked;
