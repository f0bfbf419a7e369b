/**
 * How the repository of a new server begins: empty, or with what a folder, a repository or a bundle holds.
 *
 * <p>Never touches a repository that has commits. Read {@link garden.git.seed.Seed}, the only door.
 */
@NullMarked
package garden.git.seed;

import org.jspecify.annotations.NullMarked;
