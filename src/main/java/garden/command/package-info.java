/**
 * The verbs of the command line: serve, preview, check, token, and train for the launcher.
 *
 * <p>Reads flags, calls what does the work and says how it went; never handles a request. The doors are the verbs themselves, among
 * them {@link garden.command.ServeCommand} and {@link garden.command.CheckCommand}.
 */
@NullMarked
package garden.command;

import org.jspecify.annotations.NullMarked;
