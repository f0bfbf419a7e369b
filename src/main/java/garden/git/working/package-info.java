/**
 * A folder of notes as it stands on disk, committed or not, as a branch.
 *
 * <p>Never writes to the author's repository. Read {@link garden.git.working.WorkingFolder}, the only door.
 */
@NullMarked
package garden.git.working;

import org.jspecify.annotations.NullMarked;
