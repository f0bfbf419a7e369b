/**
 * What an answer is: status, headers, body, and what it says when it fails.
 *
 * <p>Never chooses which answer. Read {@link garden.web.answer.Answer} and {@link garden.web.answer.HttpFailure} first;
 * {@link garden.web.answer.BlobSource} reads files.
 */
@NullMarked
package garden.web.answer;

import org.jspecify.annotations.NullMarked;
