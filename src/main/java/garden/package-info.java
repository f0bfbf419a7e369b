/**
 * Where the program begins. Read {@link garden.Main}, then {@link garden.command} for the verbs and {@link garden.server} for what
 * they start.
 *
 * <p>Never does the work of a verb.
 */
@NullMarked
package garden;

import org.jspecify.annotations.NullMarked;
