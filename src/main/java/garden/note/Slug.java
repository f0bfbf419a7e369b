package garden.note;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical spelling of a path in an address, not yet percent-encoded, without leading {@code /}.
 *
 * <p>The rules are those of Quartz 4, so that a garden published before keeps its addresses: in each part white space
 * becomes {@code -}, {@code &} becomes {@code -and-}, {@code %} becomes {@code -percent}, {@code ?} and {@code #} are
 * dropped; {@code .md} goes, and a note named {@code index} or {@code _index} is its folder: {@code systems/}, or empty at
 * the root. Case is kept. Beyond Quartz: a part that would end up as nothing, {@code .}, {@code ..} or the reserved {@code -}
 * gets a {@code _} before it, so that every file has an address that browsers leave alone.
 */
public record Slug(String value) implements Comparable<Slug> {

    /** The address of a note or an attachment. */
    public static Slug of(NotePath path) {
        String slug = slugify(path.withoutSuffix());
        return path.isNote() ? new Slug(folded(slug)) : new Slug(slug);
    }

    /** The address of a folder: ends with {@code /}, empty for the root. */
    public static Slug of(Folder folder) {
        return new Slug(folder.isRoot() ? "" : slugify(folder.value()) + "/");
    }

    /** What a reader's spelling of an address would be, with the rules for names applied; empty parts are left alone. */
    public static Slug of(String spelling) {
        return new Slug(
                Stream.of(spelling.split("/", -1)).map(Slug::withoutForbidden).collect(Collectors.joining("/")));
    }

    private static String folded(String slug) {
        String last = slug.substring(slug.lastIndexOf('/') + 1);
        boolean isIndex = last.equals("index") || last.equals("_index");
        return isIndex ? slug.substring(0, slug.length() - last.length()) : slug;
    }

    private static String slugify(String path) {
        return Stream.of(path.split("/", -1)).map(Slug::slugifyPart).collect(Collectors.joining("/"));
    }

    private static String slugifyPart(String part) {
        String slug = withoutForbidden(part);
        return isUnsafe(slug) ? "_" + slug : slug;
    }

    private static String withoutForbidden(String part) {
        StringBuilder slug = new StringBuilder(part.length());
        part.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> slug.append("-and-");
                case '%' -> slug.append("-percent");
                case '?', '#' -> {}
                default -> slug.appendCodePoint(Character.isWhitespace(c) || Character.isSpaceChar(c) ? '-' : c);
            }
        });
        return slug.toString();
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
