/**
 * From a note's tree to sanitised HTML.
 *
 * <p>Never decides where a link leads. Read {@link garden.markdown.html.NoteWriter} and {@link garden.markdown.html.HtmlPolicy} first;
 * {@link garden.markdown.html.HtmlOut} is what is written to.
 */
@NullMarked
package garden.markdown.html;

import org.jspecify.annotations.NullMarked;
