/**
 * Git over HTTP: clone, fetch and push, who may do them, and what a push may hold.
 *
 * <p>Never knows what a note is: what else a push must fulfil is told by who listens. Read {@link garden.git.push.GitHttp}
 * and {@link garden.git.push.PushHooks} first; {@link garden.git.push.AccessTokens} are the passwords.
 */
@NullMarked
package garden.git.push;

import org.jspecify.annotations.NullMarked;
