package garden.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address at which readers find the garden.
 *
 * @param origin scheme, host and port, lower case, the scheme's usual port left out: {@code https://example.org}
 * @param basePath empty, or {@code /} and what follows without a slash at its end, percent-encoded: {@code /garden}
 */
public record SiteUrl(String origin, String basePath) {

    /** The URL written in {@code text}; empty unless it is http or https with a host, without user, query and fragment. */
    public static Optional<SiteUrl> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(SiteUrl::isSite).map(SiteUrl::of);
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    /** The http URL of a server that listens on {@code host}; {@code localhost} where the host names no one machine to a browser. */
    static SiteUrl ofListener(String host, int port) {
        String name = switch (host) {
            case "127.0.0.1", "0.0.0.0", "::", "::1", "[::]", "[::1]" -> "localhost";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
        return new SiteUrl("http://" + name + port("http", port), "");
    }

    private static boolean isSite(URI uri) {
        return isHttp(uri)
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= 65535
                && isPlain(uri.getRawPath());
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Whether a browser would send {@code path} as it is, without resolving dots. */
    private static boolean isPlain(String path) {
        return !path.contains("//") && !path.contains("/./") && !path.contains("/../") && !path.matches(".*/\\.{1,2}");
    }

    private static SiteUrl of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String origin = scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(scheme, uri.getPort());
        String path = uri.getRawPath();
        return new SiteUrl(origin, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static String port(String scheme, int port) {
        int usual = scheme.equals("https") ? 443 : 80;
        return port < 0 || port == usual ? "" : ":" + port;
    }

    /** The whole URL, with a slash at its end. */
    @Override
    public String toString() {
        return origin + basePath + "/";
    }
}
