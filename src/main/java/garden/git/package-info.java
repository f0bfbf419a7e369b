/**
 * The repository: commits, diffs, blobs, history, and the receiving of pushes.
 *
 * <p>Never reads Markdown, never decides what is shown, and never deletes an object: what a commit once held stays readable.
 * Read {@link garden.git.NotesRepository}, {@link garden.git.History} and {@link garden.git.push.GitHttp} first.
 */
@NullMarked
package garden.git;

import org.jspecify.annotations.NullMarked;
