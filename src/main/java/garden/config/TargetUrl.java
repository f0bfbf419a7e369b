package garden.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where something is sent by http or https. The path may be all that keeps strangers from sending there too, as with chat
 * rooms, so {@code toString} does not show it.
 */
public record TargetUrl(URI uri) {

    private static final int MAX = 5;

    /** The URLs of a list, or of a text with commas; empty when one of them is none, or there are more than five. */
    static Optional<List<TargetUrl>> read(Raw raw) {
        List<String> written = switch (raw) {
            case Raw.Items(List<String> items) -> items;
            case Raw.Text(String text) ->
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
            case Raw.Other other -> List.of("");
        };
        List<TargetUrl> urls =
                written.stream().flatMap(text -> parse(text).stream()).toList();
        return urls.size() == written.size() && urls.size() <= MAX ? Optional.of(urls) : Optional.empty();
    }

    private static Optional<TargetUrl> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return isHttp && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(new TargetUrl(uri))
                    : Optional.empty();
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
