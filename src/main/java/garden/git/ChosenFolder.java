package garden.git;

import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that a flag once chose for a repository, kept in the repository's own git configuration, so that the next start
 * without the flag serves the same garden.
 *
 * @param repository a bare repository
 */
public record ChosenFolder(Path repository) {

    /** The folder chosen; empty when none ever was. */
    public Optional<Folder> read() throws IOException {
        return setting().read().map(text -> new Folder(text.substring(1)));
    }

    /** Chooses {@code folder} from now on; the whole repository is written as {@code /}. */
    public void write(Folder folder) throws IOException {
        setting().write("/" + folder);
    }

    private RememberedSetting setting() {
        return new RememberedSetting(repository, "folder");
    }
}
