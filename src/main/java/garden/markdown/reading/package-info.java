/**
 * From a tree to what a note says: headings, links, tags, blocks, words.
 *
 * <p>Never writes HTML. Read {@link garden.markdown.reading.NoteBody} and {@link garden.markdown.reading.BodyReader} first;
 * {@link garden.markdown.reading.PartedBody} reads in parts what is too long for one tree.
 */
@NullMarked
package garden.markdown.reading;

import org.jspecify.annotations.NullMarked;
