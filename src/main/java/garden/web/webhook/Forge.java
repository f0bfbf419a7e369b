package garden.web.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who sends webhooks, and how each of them proves who it is and numbers what it sends. */
enum Forge {
    GITHUB("X-GitHub-Event", "X-GitHub-Delivery", "") {
        @Override
        boolean isProven(Delivery delivery, String secret, Instant now) {
            return isSigned(delivery, "X-Hub-Signature-256", "sha256=", secret);
        }
    },

    /** Signed when the secret is a key for that, {@code whsec_…}; else the secret comes along as it is. */
    GITLAB("X-Gitlab-Event", "webhook-id", "Idempotency-Key") {
        @Override
        boolean isProven(Delivery delivery, String secret, Instant now) {
            return secret.startsWith(HookSignature.KEY_PREFIX)
                    ? isSignedByStandard(delivery, secret, now)
                    : isEqual(delivery, "X-Gitlab-Token", secret);
        }
    },

    GITEA("X-Gitea-Event", "X-Gitea-Delivery", "") {
        @Override
        boolean isProven(Delivery delivery, String secret, Instant now) {
            return isSigned(delivery, "X-Gitea-Signature", "", secret);
        }
    },

    FORGEJO("X-Forgejo-Event", "X-Forgejo-Delivery", "") {
        @Override
        boolean isProven(Delivery delivery, String secret, Instant now) {
            return isSigned(delivery, "X-Forgejo-Signature", "", secret);
        }
    },

    /** Bitbucket Cloud, and Bitbucket Data Center with its own name for the number. */
    BITBUCKET("X-Event-Key", "X-Request-UUID", "X-Request-Id") {
        @Override
        boolean isProven(Delivery delivery, String secret, Instant now) {
            return isSigned(delivery, "X-Hub-Signature", "sha256=", secret);
        }
    },

    /** Anything that can send a header: a script, a job of continuous integration. */
    GENERIC("", "webhook-id", "") {
        @Override
        boolean isProven(Delivery delivery, String secret, Instant now) {
            return isEqual(delivery, "Authorization", "Bearer " + secret);
        }
    };

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final String eventHeader;
    private final String idHeader;
    private final String otherIdHeader;

    Forge(String eventHeader, String idHeader, String otherIdHeader) {
        this.eventHeader = eventHeader;
        this.idHeader = idHeader;
        this.otherIdHeader = otherIdHeader;
    }

    /** The forge of this name in an address: {@code github}. */
    static Optional<Forge> of(String name) {
        return Arrays.stream(values())
                .filter(forge -> forge.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Whether the delivery is by someone who has the secret, and not too old where that can be known. */
    abstract boolean isProven(Delivery delivery, String secret, Instant now);

    /** Whether it looks like one of this forge. Forgejo also calls itself Gitea, and both GitHub; then the first of the three counts. */
    boolean isSender(Delivery delivery) {
        return switch (this) {
            case GENERIC -> true;
            case GITHUB ->
                delivery.has(eventHeader) && !delivery.has(GITEA.eventHeader) && !delivery.has(FORGEJO.eventHeader);
            case GITEA -> delivery.has(eventHeader) && !delivery.has(FORGEJO.eventHeader);
            case GITLAB, FORGEJO, BITBUCKET -> delivery.has(eventHeader);
        };
    }

    /** The number of the delivery; empty when it has none. */
    Optional<String> id(Delivery delivery) {
        return delivery.header(idHeader).or(() -> delivery.header(otherIdHeader));
    }

    private static boolean isSigned(Delivery delivery, String header, String prefix, String secret) {
        return isEqual(delivery, header, prefix + HookSignature.hex(secret, delivery.body()));
    }

    private static boolean isEqual(Delivery delivery, String header, String expected) {
        return delivery.header(header)
                .filter(found -> HookSignature.isSame(expected, found))
                .isPresent();
    }

    /** One of several signatures may fit: a key is replaced while both are valid. */
    private static boolean isSignedByStandard(Delivery delivery, String secret, Instant now) {
        String id = delivery.header("webhook-id").orElse("");
        String timestamp = delivery.header("webhook-timestamp").orElse("");
        if (id.isEmpty() || !isFresh(timestamp, now)) {
            return false;
        }
        String expected = HookSignature.standard(secret, id, timestamp, delivery.body());
        return delivery.header("webhook-signature").stream()
                .flatMap(found -> Arrays.stream(found.split(" ", 10)))
                .anyMatch(found -> HookSignature.isSame(expected, found));
    }

    private static boolean isFresh(String timestamp, Instant now) {
        return timestamp.matches("[0-9]{1,11}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(MAX_AGE)
                        <= 0;
    }
}
