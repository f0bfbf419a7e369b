/**
 * What the parts of the server are handed, made once, and the figures about them.
 *
 * <p>Never answers a request. Read {@link garden.web.wiring.Wiring} and {@link garden.web.wiring.Metrics} first.
 */
@NullMarked
package garden.web.wiring;

import org.jspecify.annotations.NullMarked;
