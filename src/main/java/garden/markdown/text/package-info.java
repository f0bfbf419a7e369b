/**
 * The text of a file before it is parsed: lines, what is hidden in it, where it can be parted, what addresses and raw HTML say.
 *
 * <p>Never builds a tree. Read {@link garden.markdown.text.Source}, {@link garden.markdown.text.HiddenText} and
 * {@link garden.markdown.text.TextParts} first.
 */
@NullMarked
package garden.markdown.text;

import org.jspecify.annotations.NullMarked;
