/**
 * Text to {@link garden.note.Note}, and note to HTML given where its links lead.
 *
 * <p>Never resolves a link, never reads a file, and never fails because of what a note contains: a note that is too large,
 * too deep or too slow is shown as its text. flexmark, the HTML sanitizer and the YAML reader end here.
 * Read {@link garden.markdown.Markdown}, {@link garden.markdown.LinkTargets} and {@code NoteBody} first.
 */
@NullMarked
package garden.markdown;

import org.jspecify.annotations.NullMarked;
