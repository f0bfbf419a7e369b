package garden.git.push;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Basic authentication, RFC 7617. */
final class BasicAuth {

    private static final String SCHEME = "Basic ";

    private BasicAuth() {}

    /** The password in an {@code Authorization} header; empty when there is none or it is malformed. */
    static Optional<String> password(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return decode(header.substring(SCHEME.length()).strip())
                .filter(credentials -> credentials.contains(":"))
                .map(credentials -> credentials.substring(credentials.indexOf(':') + 1));
    }

    private static Optional<String> decode(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
