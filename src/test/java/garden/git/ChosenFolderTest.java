package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.seed.Seed;
import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenFolderTest {

    @TempDir
    Path data;

    @Test
    void isRememberedInTheRepositoryUntilAnotherIsChosen() throws IOException {
        Path repository = data.resolve("garden.git");
        new Seed(Optional.empty(), new ServedBranch("main"), Folder.ROOT).plant(repository, GitRepo.START);
        ChosenFolder chosen = new ChosenFolder(repository);
        assertThat(chosen.read()).isEmpty();
        chosen.write(Folder.ROOT);
        assertThat(new ChosenFolder(repository).read()).contains(Folder.ROOT);
        chosen.write(new Folder("my notes/x"));
        assertThat(new ChosenFolder(repository).read()).contains(new Folder("my notes/x"));
        NotesRepository.open(repository, new ServedBranch("main"), Folder.ROOT).close();
        assertThat(chosen.read()).contains(new Folder("my notes/x"));
    }
}
