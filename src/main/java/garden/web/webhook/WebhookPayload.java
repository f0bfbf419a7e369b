package garden.web.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is told of a publication, as JSON. A field's name and meaning stay; new ones may be added.
 *
 * @param type always {@code garden.published}
 * @param garden the address of its home page
 * @param before the commit that was served until then; empty for the first
 * @param committedAt when {@code commit} was made
 * @param changed whole addresses of pages that are new or differ, listings included, by kind and name
 * @param removed whole addresses of notes that readers see no longer, by path
 * @param isComplete whether all are listed; a purge of everything is right when not
 */
public record WebhookPayload(
        String type,
        String garden,
        Optional<String> before,
        String commit,
        Instant committedAt,
        List<String> changed,
        List<String> removed,
        boolean isComplete,
        LinkChanges links) {

    /** How many links were broken or became ambiguous by this, and how many problems it mended. */
    public record LinkChanges(int broken, int ambiguous, int fixed) {}

    public WebhookPayload {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }
}
