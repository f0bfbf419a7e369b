package garden.markdown.html;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A video on YouTube or Vimeo.
 *
 * @param host what readers know it by: {@code youtube.com}
 * @param player whole address of the page that plays it alone; of one of the two hosts that pages may frame
 */
record VideoPage(String host, String player) {

    private static final String YOUTUBE = "https://www.youtube-nocookie.com/embed/";
    private static final String VIMEO = "https://player.vimeo.com/video/";
    private static final int MAX_ID = 64;

    /** The video behind a web address; empty for any other address. */
    static Optional<VideoPage> of(String url) {
        URI uri;
        try {
            uri = URI.create(url.startsWith("//") ? "https:" + url : url);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        List<String> path = Arrays.stream(
                        Optional.ofNullable(uri.getRawPath()).orElse("").split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        Map<String, String> query = pairs(uri.getRawQuery());
        query.putAll(pairs(uri.getRawFragment()));
        return switch (host) {
            case "youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com", "www.youtube-nocookie.com" ->
                youtube(path, query);
            case "youtu.be" -> path.size() == 1 ? youtube(path.getFirst(), query) : Optional.empty();
            case "vimeo.com", "www.vimeo.com", "player.vimeo.com" -> vimeo(path, query);
            default -> Optional.empty();
        };
    }

    private static Optional<VideoPage> youtube(List<String> path, Map<String, String> query) {
        if (path.equals(List.of("watch"))) {
            return youtube(query.getOrDefault("v", ""), query);
        }
        if (path.equals(List.of("playlist")) || path.equals(List.of("embed", "videoseries"))) {
            String list = query.getOrDefault("list", "");
            return isId(list)
                    ? Optional.of(new VideoPage("youtube.com", YOUTUBE + "videoseries?list=" + list))
                    : Optional.empty();
        }
        boolean isVideo =
                path.size() == 2 && List.of("shorts", "live", "embed", "v").contains(path.getFirst());
        return isVideo ? youtube(path.getLast(), query) : Optional.empty();
    }

    private static Optional<VideoPage> youtube(String id, Map<String, String> query) {
        if (!isId(id)) {
            return Optional.empty();
        }
        StringBuilder player = new StringBuilder(YOUTUBE).append(id).append("?autoplay=1");
        int start = seconds(query.getOrDefault("t", query.getOrDefault("start", "")));
        if (start > 0) {
            player.append("&start=").append(start);
        }
        String list = query.getOrDefault("list", "");
        if (isId(list)) {
            player.append("&list=").append(list);
        }
        return Optional.of(new VideoPage("youtube.com", player.toString()));
    }

    private static Optional<VideoPage> vimeo(List<String> path, Map<String, String> query) {
        List<String> parts = path.stream().filter(part -> !part.equals("video")).toList();
        boolean isVideo = !parts.isEmpty() && parts.size() <= 2 && isNumber(parts.getFirst()) && isId(parts.getLast());
        if (!isVideo) {
            return Optional.empty();
        }
        String secret = parts.size() == 2 ? parts.getLast() : query.getOrDefault("h", "");
        int start = seconds(query.getOrDefault("t", ""));
        String player = VIMEO + parts.getFirst() + "?autoplay=1" + (isId(secret) ? "&h=" + secret : "");
        return Optional.of(new VideoPage("vimeo.com", player + (start > 0 ? "#t=" + start + "s" : "")));
    }

    private static Map<String, String> pairs(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            values.putIfAbsent(equals < 0 ? pair : pair.substring(0, equals), pair.substring(equals + 1));
        }
        return values;
    }

    private static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_ID
                && text.chars().allMatch(c -> c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code 90}, {@code 90s} or {@code 1h2m3s}; 0 when it is none of these. */
    private static int seconds(String text) {
        int total = 0;
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && number < 100_000) {
                number = number * 10 + c - '0';
                continue;
            }
            int unit = c == 'h' ? 3_600 : c == 'm' ? 60 : c == 's' ? 1 : 0;
            if (unit == 0) {
                return 0;
            }
            total += number * unit;
            number = 0;
        }
        return total + number;
    }
}
