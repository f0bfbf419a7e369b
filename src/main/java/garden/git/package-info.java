/**
 * The repository: its folder and branch, commits, trees, blobs, and what bounds a pack that comes in. The base of the rooms below.
 *
 * <p>Never reads Markdown, never decides what is shown, never deletes an object (what a commit once held stays readable), and never
 * uses a room below. Read {@link garden.git.NotesRepository} first, then {@link garden.git.Change} and
 * {@link garden.git.SeekableBlobs}.
 */
@NullMarked
package garden.git;

import org.jspecify.annotations.NullMarked;
