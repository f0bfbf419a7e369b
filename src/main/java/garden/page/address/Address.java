package garden.page.address;

import garden.note.NotePath;
import garden.note.Slug;
import garden.text.PercentCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An address of the garden. The one type that reads and prints them; the base path is {@link Site}'s.
 *
 * <p>What has no address of its own kind is {@link Content}: whether a note, a folder, a tag or an attachment lives there only a
 * snapshot can tell.
 */
public sealed interface Address {

    /** A note, folder, tag or attachment, decoded: {@code systems/Eagle}. */
    record Content(Slug slug) implements Address {

        /** The home page. */
        public static final Content HOME = new Content(new Slug(""));
    }

    /** One version of an attachment, which may be kept for ever: {@code version} changes with the bytes. */
    record Version(Slug slug, String version) implements Address {}

    /** The Markdown of a note, decoded, and with which suffix it is asked for. */
    record NoteSource(Slug slug, String suffix) implements Address {

        /** With the suffix that most notes have. */
        public NoteSource(Slug slug) {
            this(slug, ".md");
        }
    }

    /** Search results. {@code page} counts from 1. */
    record Search(String query, int page) implements Address {}

    /** The notes that link to the page at {@code slug}: those that it has no room for too. */
    record Backlinks(Slug slug) implements Address {}

    /** The next pages of a listing at {@code listing}, from 2. */
    record More(Address listing, int page) implements Address {}

    /** One of the pages that are about the garden as a whole. */
    enum Fixed implements Address {
        RECENT("-/recent", Basis.COMMIT, Extent.LIST),
        COMMITS("-/commits", Basis.COMMIT, Extent.LIST),
        UPDATES("-/updates", Basis.OTHER, Extent.LIST),
        PROBLEMS("-/problems", Basis.COMMIT, Extent.LIST),
        STATUS("-/status", Basis.OTHER, Extent.WHOLE),
        PUSHES("-/pushes", Basis.PUSHES, Extent.LIST),
        /** Where operators sign in: beside the home page, so that browsers send the password to all that is below it. */
        SIGN_IN("-", Basis.PUSHES, Extent.WHOLE),
        GRAPH_API("-/api/graph", Basis.OTHER, Extent.WHOLE),
        LINKS_API("-/api/links", Basis.OTHER, Extent.WHOLE),
        STATUS_API("-/api/status", Basis.OTHER, Extent.WHOLE),
        ROBOTS("robots.txt", Basis.COMMIT, Extent.WHOLE),
        CONTENT_INDEX("static/contentIndex.json", Basis.COMMIT, Extent.WHOLE),
        OPEN_SEARCH("opensearch.xml", Basis.COMMIT, Extent.WHOLE),
        FAVICON("favicon.ico", Basis.OTHER, Extent.WHOLE),
        TOUCH_ICON("apple-touch-icon.png", Basis.OTHER, Extent.WHOLE),
        METRICS("metrics", Basis.OTHER, Extent.WHOLE),
        HEALTH("healthz", Basis.OTHER, Extent.WHOLE),
        READINESS("readyz", Basis.OTHER, Extent.WHOLE);

        private final String path;
        private final Basis basis;
        private final Extent extent;

        Fixed(String path, Basis basis, Extent extent) {
            this.path = path;
            this.basis = basis;
            this.extent = extent;
        }

        /** Whether there may be more of it than one page holds. */
        private enum Extent {
            LIST,
            WHOLE
        }
    }

    /** What one push did; {@code commit} as it is asked for. */
    record PushPage(String commit) implements Address {}

    /** A file that belongs to the pages: style, script, icon. {@code name} holds a hash of the content. */
    record Asset(String name) implements Address {}

    /** What is known of a note, as JSON, with the first of its backlinks; decoded path of the note, {@code .md} included or not. */
    record NoteApi(String path) implements Address {}

    /** Where a link leads and why, as JSON; {@code from} is the path of a note, {@code link} as it would be written there. */
    record ResolveApi(String from, String link) implements Address {}

    /** A page about what a note was; {@code note} is its path, decoded, without {@code .md} but with any other suffix. */
    record History(String note, HistoryPart part) implements Address {

        /** A page about what the note at {@code path} was. */
        public static History of(NotePath path, HistoryPart part) {
            boolean isCommon = path.value().endsWith(".md");
            return new History(isCommon ? path.withoutSuffix() : path.value(), part);
        }
    }

    /** Search results as JSON. */
    record SearchApi(String query, int limit) implements Address {}

    /** What changed last, for feed readers. That of everything, {@code In} the home page, has the addresses that readers try. */
    record Feed(FeedForm form, FeedScope scope) implements Address {}

    /** A part of the list of all pages, from 1; 0 is the list of parts, or all of them when they are few. */
    record Sitemap(int part) implements Address {}

    /** What browsers propose while a reader types into their search field. */
    record Suggestions(String query) implements Address {}

    /**
     * The stream of changes for a page.
     *
     * @param at the page's path below the base path, encoded as it was asked for
     * @param shown the hash of what it shows; empty when it does not say
     */
    record Live(String at, String shown) implements Address {

        /** For who does not say what the page shows. */
        public Live(String at) {
            this(at, "");
        }
    }

    /** Where a forge tells of news; {@code forge} is its name: {@code github}. */
    record Hook(String forge) implements Address {}

    /** An address below {@code /-/} that does not exist, or one that browsers would take for another. */
    record Unknown() implements Address {}

    /** What is no address: an escape is cut off, or its bytes are no text. */
    record Malformed() implements Address {}

    /** Path of the search page, to which a form adds its query. */
    String SEARCH_PATH = "/-/search";

    /** Path of the search API, to which a script adds its query. */
    String SEARCH_API_PATH = "/-/api/search";

    /** Path of the suggestions, to which a browser adds its query. */
    String SUGGEST_PATH = "/-/suggest";

    /** Path of the live stream, to which a script adds what it watches. */
    String LIVE_PATH = "/-/live";

    /** Number of hits of an API search that does not say how many it wants. */
    int DEFAULT_LIMIT = 20;

    /** The path below the base path, percent-encoded, with leading {@code /}, and the query. */
    default String print() {
        return "/"
                + switch (this) {
                    case Content(Slug slug) -> PercentCode.encodePath(slug.value());
                    case Version(Slug slug, String version) ->
                        PercentCode.encodePath(slug.value()) + "?v=" + PercentCode.encodeValue(version);
                    case NoteSource(Slug slug, String suffix) -> PercentCode.encodePath(slug.value()) + suffix;
                    case Search(String query, int page) ->
                        "-/search?q=" + PercentCode.encodeValue(query) + page(page, "&");
                    case Backlinks(Slug slug) -> "-/backlinks/" + PercentCode.encodePath(slug.value());
                    case More(Address listing, int page) -> listing.print().substring(1) + page(page, "?");
                    case Fixed fixed -> fixed.path;
                    case PushPage(String commit) -> "-/pushes/" + PercentCode.encodePath(commit);
                    case Asset(String name) -> "-/assets/" + PercentCode.encodePath(name);
                    case NoteApi(String path) -> "-/api/notes/" + PercentCode.encodePath(path);
                    case History(String note, HistoryPart part) -> part.print(note);
                    case SearchApi(String query, int limit) ->
                        "-/api/search?q=" + PercentCode.encodeValue(query) + "&limit=" + limit;
                    case Feed(FeedForm form, FeedScope scope) -> scope.path(form);
                    case Sitemap(int part) -> "sitemap.xml" + (part > 0 ? "?part=" + part : "");
                    case Suggestions(String query) -> "-/suggest?q=" + PercentCode.encodeValue(query);
                    case ResolveApi(String from, String link) ->
                        "-/api/resolve?from=" + PercentCode.encodeValue(from) + "&link="
                                + PercentCode.encodeValue(link);
                    case Live(String at, String shown) ->
                        "-/live?at=" + PercentCode.encodeValue(at)
                                + (shown.isEmpty() ? "" : "&shown=" + PercentCode.encodeValue(shown));
                    case Hook(String forge) -> "-/hooks/" + PercentCode.encodePath(forge);
                    case Unknown unknown -> "-/";
                    case Malformed malformed -> "-/";
                };
    }

    /** What the answer at this address is made of. */
    default Basis basis() {
        return switch (this) {
            case Fixed fixed -> fixed.basis;
            case More(Address listing, int page) -> listing.basis();
            case History history -> Basis.COMMIT_TEXTS;
            case NoteSource source -> Basis.COMMIT_TEXTS;
            case PushPage push -> Basis.PUSHES;
            case Content content -> Basis.CONTENT;
            case Backlinks backlinks -> Basis.CONTENT;
            case Search search -> Basis.COMMIT;
            case SearchApi search -> Basis.COMMIT;
            case NoteApi note -> Basis.COMMIT;
            case Feed feed -> Basis.COMMIT;
            case Sitemap sitemap -> Basis.COMMIT;
            case Suggestions suggestions -> Basis.COMMIT;
            case ResolveApi resolve -> Basis.COMMIT;
            case Version version -> Basis.OTHER;
            case Asset asset -> Basis.OTHER;
            case Live live -> Basis.OTHER;
            case Hook hook -> Basis.OTHER;
            case Unknown unknown -> Basis.OTHER;
            case Malformed malformed -> Basis.OTHER;
        };
    }

    private static String page(int page, String separator) {
        return page > 1 ? separator + "page=" + page : "";
    }

    /**
     * Reads an address as it stands in a request.
     *
     * @param rawPath below the base path, percent-encoded, with leading {@code /}
     * @param rawQuery without {@code ?}; empty when there is none
     */
    static Address parse(String rawPath, String rawQuery) {
        Optional<String> path = rawPath.startsWith("/") ? PercentCode.decode(rawPath.substring(1)) : Optional.empty();
        Map<String, String> query = query(rawQuery);
        return path.map(decoded -> listing(of(decoded, query), query)).orElseGet(Malformed::new);
    }

    private static Address listing(Address address, Map<String, String> query) {
        int page = number(query, "page", 1);
        boolean isListing = address instanceof Content
                || address instanceof Backlinks
                || address instanceof NoteApi
                || (address instanceof Fixed fixed && fixed.extent == Fixed.Extent.LIST);
        return isListing && page > 1 ? new More(address, page) : address;
    }

    private static Address of(String path, Map<String, String> query) {
        for (Fixed fixed : Fixed.values()) {
            if (fixed.path.equals(path)) {
                return fixed;
            }
        }
        if (path.equals("-") || path.startsWith("-/")) {
            return special(path.substring(1), query);
        }
        if (hasStrayPart(path)) {
            return new Unknown();
        }
        if (path.equals("sitemap.xml")) {
            return new Sitemap(number(query, "part", 0));
        }
        Optional<FeedForm> form = FeedForm.ofGarden(path);
        if (form.isPresent()) {
            return new Feed(form.get(), FeedScope.In.EVERYTHING);
        }
        if (query.containsKey("v")) {
            return new Version(new Slug(path), query.getOrDefault("v", ""));
        }
        String suffix = NotePath.noteSuffix(path);
        return suffix.isEmpty()
                ? new Content(new Slug(path))
                : new NoteSource(new Slug(path.substring(0, path.length() - suffix.length())), suffix);
    }

    /** Whether a browser would take the path for another one, or for another host: {@code //host}, {@code ..}. */
    private static boolean hasStrayPart(String path) {
        String parts = "/" + path + "/";
        boolean isEmptyInside = !path.isEmpty() && (path.startsWith("/") || path.contains("//"));
        return isEmptyInside || parts.contains("/../") || parts.contains("/./");
    }

    private static Address special(String path, Map<String, String> query) {
        if (path.startsWith("/assets/")) {
            return new Asset(path.substring("/assets/".length()));
        }
        if (path.startsWith("/pushes/")) {
            return new PushPage(path.substring("/pushes/".length()));
        }
        if (path.startsWith("/api/notes/")) {
            return new NoteApi(path.substring("/api/notes/".length()));
        }
        if (path.startsWith("/feed/")) {
            return FeedForm.named(path.substring("/feed/".length()))
                    .<Address>map(form -> new Feed(form, FeedScope.of(query)))
                    .orElseGet(Unknown::new);
        }
        if (path.startsWith("/backlinks/")) {
            return new Backlinks(new Slug(path.substring("/backlinks/".length())));
        }
        if (path.startsWith("/hooks/")) {
            return new Hook(path.substring("/hooks/".length()));
        }
        Optional<Address> history = HistoryPart.parse(path, number(query, "page", 1), query.getOrDefault("from", ""));
        if (history.isPresent()) {
            return history.get();
        }
        return switch (path) {
            case "/suggest" -> new Suggestions(query.getOrDefault("q", ""));
            case "/search" -> new Search(query.getOrDefault("q", ""), number(query, "page", 1));
            case "/api/search" -> new SearchApi(query.getOrDefault("q", ""), number(query, "limit", DEFAULT_LIMIT));
            case "/api/resolve" -> new ResolveApi(query.getOrDefault("from", ""), query.getOrDefault("link", ""));
            case "/live" -> new Live(query.getOrDefault("at", "/"), query.getOrDefault("shown", ""));
            default -> new Unknown();
        };
    }

    /** The first value of each name; {@code +} is a space, as forms send it. What is not well-formed is left out. */
    private static Map<String, String> query(String rawQuery) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(rawQuery.split("&", -1)).forEach(pair -> {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            PercentCode.decode(value.replace('+', ' ')).ifPresent(decoded -> values.putIfAbsent(name, decoded));
        });
        return values;
    }

    private static int number(Map<String, String> query, String name, int otherwise) {
        String digits = query.getOrDefault(name, "");
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Math.max(1, Integer.parseInt(digits)) : otherwise;
    }
}
