package garden.page.address;

import garden.markdown.model.Direction;
import java.util.Optional;

/**
 * What all pages of a garden share.
 *
 * @param title name of the garden
 * @param description one sentence; may be empty
 * @param language BCP 47 tag: {@code en}
 * @param origin scheme, host and port, without a trailing slash: {@code https://example.org}
 * @param basePath path of the home page without a trailing slash: {@code /garden}; empty at the root of the host
 */
public record Site(String title, String description, String language, String origin, String basePath) {

    /** Which way the pages run. */
    public Direction direction() {
        return Direction.ofLanguage(language);
    }

    /** The address for a page of the same host: base path, path, query. */
    public String href(Address address) {
        return basePath + address.print();
    }

    /** The whole address, for feeds, canonical links and people. */
    public String url(Address address) {
        return origin + href(address);
    }

    /** The path below the base path, still encoded, with leading {@code /}; empty when a path is outside of this site. */
    public Optional<String> below(String rawPath) {
        if (!rawPath.startsWith(basePath)) {
            return Optional.empty();
        }
        String below = rawPath.substring(basePath.length());
        return below.startsWith("/") ? Optional.of(below) : Optional.empty();
    }
}
