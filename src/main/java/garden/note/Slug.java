package garden.note;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical spelling of a path in an address, not yet percent-encoded, without leading {@code /}.
 *
 * <p>The rules are those of Quartz, so that a garden published before keeps its addresses: in each part white space
 * becomes {@code -}, {@code &} becomes {@code -and-}, {@code %} becomes {@code -percent}, {@code ?} and {@code #} are
 * dropped; the suffix of a note goes, and a note named {@code index} or {@code _index} is its folder: {@code systems/}, or empty at
 * the root. Case is kept, as in Quartz 4, or lowered, as in Quartz 5, which also drops {@code " : * | < >}. Beyond Quartz: a
 * part that would end up as nothing, {@code .}, {@code ..} or the reserved {@code -} gets a {@code _} before it, and so does
 * the whole when the server answers there itself; so every file has an address that browsers leave alone.
 */
public record Slug(String value) implements Comparable<Slug> {

    /** Addresses at which readers, feed tools and operators look for something that is no file. */
    private static final Set<String> RESERVED = Set.of(
            "healthz",
            "readyz",
            "metrics",
            "robots.txt",
            "sitemap.xml",
            "index.xml",
            "rss.xml",
            "atom.xml",
            "feed.json",
            "opensearch.xml",
            "static/contentIndex.json");

    private static final String GIT = "garden.git";

    /** The address of a note or an attachment where case is kept. */
    public static Slug of(NotePath path) {
        return of(path, UrlCase.PRESERVE);
    }

    /** The address of a note or an attachment. */
    public static Slug of(NotePath path, UrlCase urlCase) {
        String extension = path.isNote() ? "" : extension(path);
        String whole = path.withoutSuffix();
        String stem = whole.substring(0, whole.length() - extension.length());
        String slug = slugify(stem, urlCase) + withoutForbidden(extension, UrlCase.PRESERVE);
        return new Slug(unreserved(path.isNote() ? folded(slug) : slug));
    }

    /** The address of a folder where case is kept: ends with {@code /}, empty for the root. */
    public static Slug of(Folder folder) {
        return of(folder, UrlCase.PRESERVE);
    }

    /** The address of a folder: ends with {@code /}, empty for the root. */
    public static Slug of(Folder folder, UrlCase urlCase) {
        return new Slug(folder.isRoot() ? "" : unreserved(slugify(folder.value(), urlCase) + "/"));
    }

    /** What a reader's spelling of an address would be where case is kept. */
    public static Slug of(String spelling) {
        return of(spelling, UrlCase.PRESERVE);
    }

    /** What a reader's spelling of an address would be, with the rules for names applied; empty parts are left alone. */
    public static Slug of(String spelling, UrlCase urlCase) {
        return new Slug(Stream.of(spelling.split("/", -1))
                .map(part -> withoutForbidden(part, urlCase))
                .collect(Collectors.joining("/")));
    }

    /** Whether the server answers here itself, whatever files there are. */
    public boolean isReserved() {
        return isReserved(value);
    }

    private static boolean isReserved(String slug) {
        return RESERVED.contains(slug) || slug.equals(GIT) || slug.startsWith(GIT + "/");
    }

    /** A name that begins with {@code _} already gets one more, so that two files never end up as one. */
    private static String unreserved(String slug) {
        return isReserved(slug.replaceFirst("^_+", "")) ? "_" + slug : slug;
    }

    private static String folded(String slug) {
        String last = slug.substring(slug.lastIndexOf('/') + 1);
        boolean isIndex = last.equals("index") || last.equals("_index");
        return isIndex ? slug.substring(0, slug.length() - last.length()) : slug;
    }

    /** The last dot of the file name and the ASCII letters and digits that follow it; else empty. */
    private static String extension(NotePath path) {
        String fileName = path.fileName();
        int dot = fileName.lastIndexOf('.');
        boolean isExtension = dot > 0 && fileName.substring(dot + 1).matches("[A-Za-z0-9]+");
        return isExtension ? fileName.substring(dot) : "";
    }

    private static String slugify(String path, UrlCase urlCase) {
        return Stream.of(path.split("/", -1))
                .map(part -> slugifyPart(part, urlCase))
                .collect(Collectors.joining("/"));
    }

    private static String slugifyPart(String part, UrlCase urlCase) {
        String slug = withoutForbidden(part, urlCase);
        return isUnsafe(slug) ? "_" + slug : slug;
    }

    private static String withoutForbidden(String part, UrlCase urlCase) {
        StringBuilder slug = new StringBuilder(part.length());
        part.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> slug.append("-and-");
                case '%' -> slug.append("-percent");
                case '?', '#' -> {}
                default -> slug.appendCodePoint(Character.isWhitespace(c) || Character.isSpaceChar(c) ? '-' : c);
            }
        });
        return switch (urlCase) {
            case PRESERVE -> slug.toString();
            case LOWER -> slug.toString().replaceAll("[\":*|<>]", "").toLowerCase(Locale.ROOT);
        };
    }

    private static boolean isUnsafe(String part) {
        return switch (part) {
            case "", ".", "..", "-" -> true;
            default -> false;
        };
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
