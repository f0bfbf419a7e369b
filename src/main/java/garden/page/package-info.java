/**
 * Addresses and pages: from a snapshot to what a reader gets to see.
 *
 * <p>A page is a view record, filled by the makers in this package and shown by a template of the same name in
 * {@code src/main/jte}. Templates decide nothing: what they show is text, addresses, and {@link garden.page.Html} that is
 * safe already. Never reads git, never sees a private note. Read {@link garden.page.Address}, {@link garden.page.View} and
 * {@link garden.page.Frame} first.
 */
@NullMarked
package garden.page;

import org.jspecify.annotations.NullMarked;
