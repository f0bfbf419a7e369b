/**
 * The configuration: {@code config.yml}, the environment and the command line, read into records.
 *
 * <p>Reports every problem at once and starts nothing. Never creates, moves or checks the folders it names, except that it reads
 * the file of a secret. Read {@link garden.config.Config} first, then {@link garden.config.Keys}, the table that everything derives from.
 */
@NullMarked
package garden.config;

import org.jspecify.annotations.NullMarked;
