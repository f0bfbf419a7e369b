/**
 * Where pages are: addresses as values, and the site they stand on.
 *
 * <p>Never asks what a page shows. Read {@link garden.page.address.Address} and {@link garden.page.address.Site} first.
 */
@NullMarked
package garden.page.address;

import org.jspecify.annotations.NullMarked;
