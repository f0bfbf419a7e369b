package garden.snapshot;

import garden.note.FrontMatter;
import garden.note.Note;
import garden.note.NotePath;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one function that decides what readers may see. Files in folders or with names that begin with a dot are always
 * private.
 *
 * @param ignored globs of {@link FileSystems} on whole paths, {@code **} crossing folders
 */
public record VisibilityRules(List<String> ignored, Publishing publishing, Attachments attachments) {

    /** Which notes are published. */
    public enum Publishing {
        /** All but drafts and those with {@code publish: false}. */
        ALL,
        /** Only those with {@code publish: true}. */
        MARKED,
    }

    /** Which attachments are published. */
    public enum Attachments {
        /** Those that a public note links to or embeds. */
        LINKED,
        /** All that are not ignored. */
        ALL,
    }

    private static final Map<String, PathMatcher> MATCHERS = new ConcurrentHashMap<>();

    public VisibilityRules {
        ignored = List.copyOf(ignored);
    }

    /** What the path alone decides: private, or public until {@link #of(Note)} says otherwise. */
    public Visibility of(NotePath path) {
        return isHidden(path) || isIgnored(path) ? Visibility.PRIVATE : Visibility.PUBLIC;
    }

    /** Who may see the note. */
    public Visibility of(Note note) {
        return of(note.path(), note.frontMatter());
    }

    /** Who may see a note at {@code path} that says this about itself. */
    public Visibility of(NotePath path, FrontMatter frontMatter) {
        boolean isPublished = switch (publishing) {
            case ALL -> frontMatter.publish().orElse(true);
            case MARKED -> frontMatter.publish().orElse(false);
        };
        if (of(path) == Visibility.PRIVATE || frontMatter.isDraft() || !isPublished) {
            return Visibility.PRIVATE;
        }
        return frontMatter.isUnlisted() ? Visibility.UNLISTED : Visibility.PUBLIC;
    }

    private static boolean isHidden(NotePath path) {
        return path.value().startsWith(".") || path.value().contains("/.");
    }

    private boolean isIgnored(NotePath path) {
        return ignored.stream().anyMatch(glob -> matcher(glob).matches(Path.of(path.value())));
    }

    /** Compiled once: each file and each page asks. */
    private static PathMatcher matcher(String glob) {
        return MATCHERS.computeIfAbsent(glob, text -> FileSystems.getDefault().getPathMatcher("glob:" + text));
    }
}
