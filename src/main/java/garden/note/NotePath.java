package garden.note;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Where a file of the garden lives: a note or an attachment.
 *
 * <p>Form: relative to the garden's folder, {@code /} between parts; never empty, no part empty, {@code .} or {@code ..}.
 * Spelled exactly as in git, so upper case and Unicode form are kept. Ordered by UTF-16 code units.
 */
public record NotePath(String value) implements Comparable<NotePath> {

    /** How the names of notes end, in any case; a name without a suffix means them in this order. */
    public static final List<String> NOTE_SUFFIXES = List.of(".md", ".markdown", ".mdown", ".mkd");

    /** By the path without its suffix; of one such path the attachment first, then notes as their suffixes stand in {@link #NOTE_SUFFIXES}. */
    public static final Comparator<NotePath> BY_NAME = Comparator.comparing(NotePath::withoutSuffix)
            .thenComparingInt(NotePath::suffixRank)
            .thenComparing(Comparator.naturalOrder());

    public NotePath {
        if (!isPath(value)) {
            throw new IllegalArgumentException("path: expected parts joined by /, found \"" + value + "\"");
        }
    }

    /** Whether {@code text} has the form of a path; the constructor refuses anything else. */
    public static boolean isPath(String text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || (c == '/' && !isPart(text, start, i))) {
                return false;
            }
            start = c == '/' ? i + 1 : start;
        }
        return isPart(text, start, text.length());
    }

    private static boolean isPart(String text, int start, int end) {
        return switch (end - start) {
            case 0 -> false;
            case 1 -> text.charAt(start) != '.';
            case 2 -> text.charAt(start) != '.' || text.charAt(start + 1) != '.';
            default -> true;
        };
    }

    /** Whether the file is Markdown, by its name, so a note and not an attachment. */
    public boolean isNote() {
        return !noteSuffix().isEmpty();
    }

    /** Which of {@link #NOTE_SUFFIXES} the path ends with, as it is spelled; empty for an attachment. */
    public String noteSuffix() {
        return noteSuffix(value);
    }

    /** Which of {@link #NOTE_SUFFIXES} a name or a path ends with, as it is spelled there; empty when with none. */
    public static String noteSuffix(String name) {
        for (String suffix : NOTE_SUFFIXES) {
            int start = name.length() - suffix.length();
            if (name.regionMatches(true, start, suffix, 0, suffix.length())) {
                return name.substring(start);
            }
        }
        return "";
    }

    private int suffixRank() {
        return NOTE_SUFFIXES.indexOf(noteSuffix().toLowerCase(Locale.ROOT));
    }

    /** The folder that holds the file; {@link Folder#ROOT} at the top. */
    public Folder folder() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? Folder.ROOT : new Folder(value.substring(0, slash));
    }

    /** The last part, extension included: {@code Eagle.md}. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The file name, without its suffix for a note; whole for an attachment. */
    public String name() {
        String fileName = fileName();
        return fileName.substring(0, fileName.length() - noteSuffix().length());
    }

    /** The whole path, without its suffix for a note. */
    public String withoutSuffix() {
        return value.substring(0, value.length() - noteSuffix().length());
    }

    /** What follows the last dot of the file name, in lower case; empty when there is no dot. */
    public String extension() {
        String fileName = fileName();
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(NotePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
