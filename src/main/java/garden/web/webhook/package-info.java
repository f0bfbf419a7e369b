/**
 * Webhooks: those of forges that come in, and those that go out when the garden changes.
 *
 * <p>Never waits for an answer of others. Read {@link garden.web.webhook.Webhooks} and {@link garden.web.webhook.OutgoingWebhooks} first.
 */
@NullMarked
package garden.web.webhook;

import org.jspecify.annotations.NullMarked;
