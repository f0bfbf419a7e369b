package garden.web.answer;

import java.util.function.BiConsumer;

/**
 * The headers that tell a browser what an answer may do. Every answer has all of them, errors, redirects, streams and git included; only
 * the values of two differ, by the kind of the answer: this table is the one place that knows them.
 *
 * <p>Sources: Content Security Policy Level 3, the Fetch standard for {@code Cross-Origin-Resource-Policy}, HTML for
 * {@code Cross-Origin-Opener-Policy}.
 */
public enum SecurityHeaders {
    /**
     * No script or style but ours; pictures and sound from anywhere, since notes may show them. The two players are for every page, since
     * a live update may bring the first video to one that had none.
     */
    PAGE(Policies.PAGE, Sharing.SAME_ORIGIN),

    /** Mermaid measures and draws with styles inside its pictures. Notes cannot use this: no style of theirs passes the sanitizer. */
    PAGE_WITH_DIAGRAMS(Policies.PAGE + "; style-src 'self' 'unsafe-inline'", Sharing.SAME_ORIGIN),

    /** A file of the garden or of the program is shown, never run; other sites may show pictures. */
    FILE("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox", Sharing.CROSS_ORIGIN),

    /** Browsers show no PDF in a sandbox; their viewers keep what it runs away from the garden. */
    PDF(
            "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
            Sharing.CROSS_ORIGIN),

    /** For programs of other sites too, as feeds and sitemaps are. */
    FEED(Policies.NOTHING, Sharing.CROSS_ORIGIN),

    /** JSON, text and figures. */
    DATA(Policies.NOTHING, Sharing.SAME_ORIGIN),

    /** Changes as they land, for our own pages. */
    STREAM(Policies.NOTHING, Sharing.SAME_ORIGIN),

    /** No body; pictures that moved are still pictures for other sites. */
    REDIRECT(Policies.NOTHING, Sharing.CROSS_ORIGIN),

    /** For git clients; also what any answer has of which nobody said the kind. */
    GIT(Policies.NOTHING, Sharing.SAME_ORIGIN);

    /** What the content may load. */
    private static final class Policies {

        static final String PAGE = "default-src 'self'; img-src 'self' https: http: data:; media-src 'self' https:"
            + " http:; frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

        static final String NOTHING = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
    }

    /** Which sites may use the answer inside their pages. */
    private enum Sharing {
        SAME_ORIGIN("same-origin"),
        CROSS_ORIGIN("cross-origin");

        private final String header;

        Sharing(String header) {
            this.header = header;
        }
    }

    /** No page or file needs a device. */
    private static final String NO_DEVICES = "bluetooth=(), camera=(), display-capture=(), geolocation=(), hid=(),"
            + " microphone=(), midi=(), payment=(), serial=(), usb=()";

    private final String contentPolicy;
    private final Sharing sharing;

    SecurityHeaders(String contentPolicy, Sharing sharing) {
        this.contentPolicy = contentPolicy;
        this.sharing = sharing;
    }

    /** Tells {@code header} each name with its value. */
    public void putOn(BiConsumer<String, String> header) {
        header.accept("Content-Security-Policy", contentPolicy);
        header.accept("Cross-Origin-Resource-Policy", sharing.header);
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Permissions-Policy", NO_DEVICES);
        header.accept("Referrer-Policy", "strict-origin-when-cross-origin");
        header.accept("X-Content-Type-Options", "nosniff");
    }
}
