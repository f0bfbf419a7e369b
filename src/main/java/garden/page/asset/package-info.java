/**
 * What browsers load beside pages: scripts, styles, libraries.
 *
 * <p>Never depends on a note. Read {@link garden.page.asset.Assets} and {@link garden.page.asset.FeatureFiles} first.
 */
@NullMarked
package garden.page.asset;

import org.jspecify.annotations.NullMarked;
