/**
 * The JSON API.
 *
 * <p>Never writes HTML. Read {@link garden.web.api.Api} and {@link garden.web.api.ResolveApi} first.
 */
@NullMarked
package garden.web.api;

import org.jspecify.annotations.NullMarked;
