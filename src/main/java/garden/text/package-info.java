/**
 * How text is spelled and compared, for every other package: {@link garden.text.PercentCode} for addresses, {@link
 * garden.text.EditDistance} for what was probably meant, {@link garden.text.Sha256} for names by content, {@link
 * garden.text.JsonMapping} for JSON. Knows nothing of notes.
 */
@NullMarked
package garden.text;

import org.jspecify.annotations.NullMarked;
