package garden.snapshot;

import garden.note.FrontMatter;
import garden.note.IgnoredFiles;
import garden.note.Note;
import garden.note.NotePath;

/**
 * The one function that decides what readers may see. Files in folders or with names that begin with a dot are always
 * private.
 */
public record VisibilityRules(IgnoredFiles ignored, Publishing publishing, Attachments attachments) {

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

    /** The same rules with other files left out. */
    public VisibilityRules with(IgnoredFiles others) {
        return new VisibilityRules(others, publishing, attachments);
    }

    /** What the path alone decides: private, or public until {@link #of(Note)} says otherwise. */
    public Visibility of(NotePath path) {
        return isHidden(path) || ignored.contains(path) ? Visibility.PRIVATE : Visibility.PUBLIC;
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
}
