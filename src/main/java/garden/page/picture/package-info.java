/**
 * How large a picture is, from its first bytes.
 *
 * <p>Never decodes a picture. Read {@link garden.page.picture.PictureHead}, the only door.
 */
@NullMarked
package garden.page.picture;

import org.jspecify.annotations.NullMarked;
