package garden.command;

import static org.assertj.core.api.Assertions.assertThat;

import garden.config.Config;
import garden.graph.LinkGraph;
import garden.graph.Target;
import garden.note.Note;
import garden.snapshot.Garden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual is a garden in good order. */
class ManualTest {

    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    private static Garden manual() throws Exception {
        Config config = Config.load(Path.of("config.yml"), Map.of(), Map.of());
        try (FolderGarden folder = FolderGarden.open(Path.of("notes"), config)) {
            return folder.now();
        }
    }

    @Test
    void noLinkIsBrokenAndNoNoteHasAProblem() throws Exception {
        assertThat(manual().problems()).isEmpty();
    }

    @Test
    void itHasAtLeast25NotesAndEachIsLinkedFromAnother() throws Exception {
        LinkGraph graph = manual().graph();
        assertThat(graph.notes()).hasSizeGreaterThanOrEqualTo(25);
        List<Note> orphans = graph.notes().values().stream()
                .filter(note -> !note.path().value().equals("index.md"))
                .filter(note -> graph.backlinks(new Target.File(note.path())).isEmpty())
                .toList();
        assertThat(orphans).extracting(note -> note.path().value()).isEmpty();
    }

    @Test
    void filesThatTheReadmeLinksToExist() throws IOException {
        Matcher link = MARKDOWN_LINK.matcher(Files.readString(Path.of("README.md")));
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
        }
    }

    /** A test that is named in the notes is one that can be run. */
    @Test
    void testsThatTheNotesNameExist() throws IOException {
        Pattern name = Pattern.compile("`([A-Z][A-Za-z]+Test)`");
        List<String> known;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            known = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
        try (var notes = Files.walk(Path.of("notes"))) {
            for (Path note :
                    notes.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher mention = name.matcher(Files.readString(note));
                while (mention.find()) {
                    assertThat(known).as("%s", note).contains(mention.group(1));
                }
            }
        }
    }
}
