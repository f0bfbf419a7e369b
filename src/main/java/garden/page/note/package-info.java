/**
 * The rendered bodies of notes, with what is shown in them.
 *
 * <p>Never lists notes. Read {@link garden.page.note.NoteBodies} and {@link garden.page.note.PropertyLines} first.
 */
@NullMarked
package garden.page.note;

import org.jspecify.annotations.NullMarked;
