package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NotePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderNotesTest {

    @ParameterizedTest
    @CsvSource({
        "trees/trees.md, true",
        "trees/folder.mkd, true",
        "trees/README.md, true",
        "trees/Readme.markdown, true",
        "README.md, true",
        "folder.md, false",
        "trees/Trees.md, false",
        "trees/ReadMe.md, false",
        "trees/README.MD, false",
        "trees/README.txt, false",
        "trees/oak.md, false",
    })
    void whatMayBeShownOnAFoldersPageIsWhatIsLookedForThere(String path, boolean isShown) {
        NotePath note = new NotePath(path);
        assertThat(FolderNotes.shownOn(note).isPresent()).isEqualTo(isShown);
        assertThat(FolderNotes.in(note.folder()).anyMatch(note::equals)).isEqualTo(isShown);
    }
}
