/**
 * What templates are given: records of strings and links, ready to print.
 *
 * <p>Never looks anything up. Read {@link garden.page.view.View} and {@link garden.page.view.Layout} first.
 */
@NullMarked
package garden.page.view;

import org.jspecify.annotations.NullMarked;
