/**
 * The vocabulary of a garden: where notes live, what they say, what they link to.
 *
 * <p>Values only. Nothing here reads a file, a clock or a random number, and nothing here knows Markdown, git, Lucene or HTTP.
 * Read {@link garden.note.Note}, {@link garden.note.Link} and {@link garden.note.NotePath} first.
 */
@NullMarked
package garden.note;

import org.jspecify.annotations.NullMarked;
