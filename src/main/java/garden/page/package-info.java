/**
 * Addresses and pages: from a snapshot to what a reader gets to see.
 *
 * <p>A page is a view record, filled by the makers in the rooms below and shown by a template of the same name in
 * {@code src/main/jte}. Templates decide nothing: what they show is text, addresses, and {@link garden.page.view.Html} that is
 * safe already. Never reads git, never sees a private note. Read {@link garden.page.Views} and {@link garden.page.Pages} first, then
 * {@link garden.page.address.Address} and {@link garden.page.view.View}.
 */
@NullMarked
package garden.page;

import org.jspecify.annotations.NullMarked;
