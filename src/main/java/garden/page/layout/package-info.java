/**
 * What all pages share: layout, metadata, lines of lists, paging, and links to places.
 *
 * <p>Never decides what a page is about. Read {@link garden.page.layout.Layouts}, {@link garden.page.layout.MetadataSource} and
 * {@link garden.page.layout.Lines} first.
 */
@NullMarked
package garden.page.layout;

import org.jspecify.annotations.NullMarked;
