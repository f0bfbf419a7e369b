/**
 * A branch of a repository elsewhere, followed: fetched within limits, checked, and taken over.
 *
 * <p>Never sends anything and never runs or checks out what it received. Read {@link garden.git.upstream.Upstream} first;
 * {@link garden.git.upstream.UpstreamAddress} and {@link garden.git.upstream.UpstreamAccess} say where and with what key.
 */
@NullMarked
package garden.git.upstream;

import org.jspecify.annotations.NullMarked;
