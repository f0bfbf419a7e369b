package garden.graph;

import garden.note.Folder;
import garden.note.NotePath;
import garden.note.Tag;

/** What a link leads to: a file of the garden, or one of the pages that list files. Ordered by kind, then by name. */
public sealed interface Target extends Comparable<Target> {

    /** A note or an attachment. */
    record File(NotePath path) implements Target {}

    /** The page of a folder that holds notes. */
    record FolderPage(Folder folder) implements Target {}

    /** The page of a tag that notes carry; spelled as its {@link Tag#key}. */
    record TagPage(Tag tag) implements Target {}

    @Override
    default int compareTo(Target other) {
        return kind() == other.kind() ? name().compareTo(other.name()) : Integer.compare(kind(), other.kind());
    }

    private int kind() {
        return switch (this) {
            case File file -> 0;
            case FolderPage folder -> 1;
            case TagPage tag -> 2;
        };
    }

    private String name() {
        return switch (this) {
            case File(NotePath path) -> path.value();
            case FolderPage(Folder folder) -> folder.value();
            case TagPage(Tag tag) -> tag.name();
        };
    }
}
