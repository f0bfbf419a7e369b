/**
 * The face of Markdown: text to {@link garden.note.Note}, and note to HTML given where its links lead.
 *
 * <p>Never resolves a link, never reads a file, and never fails because of what a note contains: a note that is too large,
 * too deep or too slow is shown as its text. The rest of the program sees this package and its words, {@link garden.markdown.model};
 * flexmark, the HTML sanitizer and the YAML reader end in the rooms behind it. Read {@link garden.markdown.Markdown} and
 * {@link garden.markdown.RenderedNote} first; {@link garden.markdown.ReadableText} is what readers may see of a text.
 */
@NullMarked
package garden.markdown;

import org.jspecify.annotations.NullMarked;
