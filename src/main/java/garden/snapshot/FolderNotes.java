package garden.snapshot;

import garden.note.Folder;
import garden.note.NotePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The notes that may stand for an index on the page of their folder. */
final class FolderNotes {

    private static final String FOLDER = "folder";
    private static final List<String> READ_ME = List.of("README", "Readme", "readme");

    private FolderNotes() {}

    /** Where such a note of {@code folder} may be, the likeliest first. */
    static Stream<NotePath> in(Folder folder) {
        Stream<String> named = folder.isRoot() ? Stream.empty() : Stream.of(folder.name(), FOLDER);
        return Stream.concat(named, READ_ME.stream())
                .flatMap(name ->
                        NotePath.NOTE_SUFFIXES.stream().map(suffix -> new NotePath(folder.prefix() + name + suffix)));
    }

    /** The folder on whose page the note at {@code path} may be shown; empty when it has no such name. */
    static Optional<Folder> shownOn(NotePath path) {
        Folder folder = path.folder();
        String name = path.name();
        boolean isNamedSo =
                READ_ME.contains(name) || (!folder.isRoot() && (name.equals(FOLDER) || name.equals(folder.name())));
        return isNamedSo && NotePath.NOTE_SUFFIXES.contains(path.noteSuffix()) ? Optional.of(folder) : Optional.empty();
    }
}
