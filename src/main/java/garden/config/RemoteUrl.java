package garden.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a git repository is that is not ours: over https, http, ssh or in the file system. What may be shown and what must
 * not are apart: {@code toString} has no password.
 *
 * @param address without user and password for http and https: {@code https://example.org/notes.git}; as git writes it for
 *     ssh: {@code git@example.org:notes.git}; an absolute path for a file
 * @param user named in an http or https URL; empty when none is
 * @param password as {@code user}
 */
public record RemoteUrl(String address, Optional<String> user, Optional<Secret> password) {

    private static final Pattern SSH = Pattern.compile(
            "ssh://([A-Za-z0-9_][A-Za-z0-9._-]*@)?[A-Za-z0-9\\[][A-Za-z0-9._\\[\\]:-]*/[^\\p{Cntrl}?#]+",
            Pattern.CASE_INSENSITIVE);

    /** As {@code scp} writes it. The host has two characters or more, so that no drive of Windows is one. */
    private static final Pattern SCP =
            Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]*@)?[A-Za-z0-9][A-Za-z0-9._-]+:[^\\p{Cntrl}:][^\\p{Cntrl}]*");

    /** The URL or path written in {@code text}; empty when it is neither. A relative path starts at {@code base}. */
    static Optional<RemoteUrl> parse(String text, Path base) {
        String scheme = text.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("https://") || scheme.startsWith("http://")) {
            return http(text);
        }
        if (scheme.startsWith("file:///")) {
            return file(text).flatMap(path -> path(path, base));
        }
        if (SSH.matcher(text).matches()) {
            return Optional.of(plain(text));
        }
        if (text.contains("://")) {
            return Optional.empty();
        }
        return SCP.matcher(text).matches() ? Optional.of(plain(text)) : path(text, base);
    }

    private static RemoteUrl plain(String address) {
        return new RemoteUrl(address, Optional.empty(), Optional.empty());
    }

    private static Optional<RemoteUrl> http(String text) {
        try {
            URI uri = new URI(text);
            boolean isWhole = uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return isWhole && uri.getRawPath().length() > 1 ? Optional.of(of(uri)) : Optional.empty();
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    private static RemoteUrl of(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String address = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost() + port + uri.getRawPath();
        Optional<String> credentials = Optional.ofNullable(uri.getUserInfo()).filter(info -> !info.isEmpty());
        return new RemoteUrl(
                address,
                credentials.map(info -> info.split(":", 2)[0]),
                credentials.filter(info -> info.contains(":")).map(info -> new Secret(info.split(":", 2)[1])));
    }

    private static Optional<String> file(String text) {
        try {
            return Optional.of(Path.of(new URI(text)).toString());
        } catch (URISyntaxException | IllegalArgumentException notAPath) {
            return Optional.empty();
        }
    }

    private static Optional<RemoteUrl> path(String text, Path base) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(plain(base.resolve(text).normalize().toString()));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** The address, fit to be shown. */
    @Override
    public String toString() {
        return address;
    }
}
