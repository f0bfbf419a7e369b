/**
 * What Markdown means in a garden: the parsers and nodes that flexmark is given beyond CommonMark's, and where its own differ.
 *
 * <p>Never knows a note, only blocks and inlines. Read {@link garden.markdown.syntax.Syntax} first;
 * {@link garden.markdown.syntax.PlainText} is the text of its nodes.
 */
@NullMarked
package garden.markdown.syntax;

import org.jspecify.annotations.NullMarked;
