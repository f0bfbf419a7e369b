package garden.command;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    private Path root;

    private String config = "";

    @BeforeEach
    void configure() throws IOException {
        config = Shell.write(root, "config.yml", "source:\n  seed: .\n  folder: orchard\n");
        Files.createDirectories(root.resolve("orchard"));
    }

    private void plant(String path, String text) throws IOException {
        Shell.write(root.resolve("orchard"), path, text);
    }

    private Shell.Said check(String... arguments) {
        String[] all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[0] = "check";
        all[1] = "--config";
        all[2] = config;
        return Shell.run(all);
    }

    @Test
    void aGardenWithoutProblemsIsExitCode0() throws IOException {
        plant("quince.md", "See [[medlar]] and ![[leaf.png]].");
        plant("trees/medlar.md", "See [[quince]].");
        plant("leaf.png", "green");
        assertThat(check()).isEqualTo(new Shell.Said(0, "2 notes, 3 links, 0 problems\n", ""));
        assertThat(check("--format", "json")).isEqualTo(new Shell.Said(0, "[]\n", ""));
    }

    @Test
    void aProblemIsExitCode2() throws IOException {
        plant("trees/quince.md", "First.\n\nSee [[medlar]].");
        assertThat(check())
                .isEqualTo(new Shell.Said(
                        2,
                        "trees/quince.md:3: broken link [[medlar]]: no note has this name\n1 note, 1 link, 1 problem\n",
                        ""));
        assertThat(check("--format", "json"))
                .isEqualTo(new Shell.Said(
                        2,
                        "[{\"path\":\"trees/quince.md\",\"line\":3,\"kind\":\"BROKEN_LINK\","
                                + "\"message\":\"broken link [[medlar]]: no note has this name\"}]\n",
                        ""));
    }

    @Test
    void bothFormatsTellOfHiddenNotesAndOfPatterns() throws IOException {
        plant("trees/quince.md", "---\ndraft: maybe\n---\n[[nowhere]]");
        plant("trees/plum.md", "---\nprivate: perhaps\n---\n");
        plant(".gardenignore", "none/\n");
        String quince = "draft: expected true or false, found \"maybe\", so the note is hidden";
        String plum = "private: expected true or false, found \"perhaps\", so the note is hidden";
        String pattern = "pattern \"none/\" fits no file; patterns are those of .gitignore";
        assertThat(check().out())
                .contains(
                        "not shown: trees/quince.md:2: " + quince + "\n",
                        "not shown: trees/plum.md:2: " + plum + "\n",
                        "not shown: .gardenignore:1: " + pattern + "\n");
        assertThat(check("--format", "json"))
                .isEqualTo(new Shell.Said(
                        0,
                        "[{\"path\":\"\",\"line\":0,\"kind\":\"REMARK\",\"message\":\".gardenignore:1: "
                                + quoted(pattern) + "\"},"
                                + "{\"path\":\"trees/plum.md\",\"line\":2,\"kind\":\"BAD_FRONT_MATTER\",\"message\":\""
                                + quoted(plum) + "\",\"isHidden\":true},"
                                               + "{\"path\":\"trees/quince.md\",\"line\":2,\"kind\":\"BAD_FRONT_MATTER\",\"message\":\""
                                + quoted(quince) + "\",\"isHidden\":true}]\n",
                        ""));
    }

    private static String quoted(String text) {
        return text.replace("\"", "\\\"");
    }

    @Test
    void aFolderCanBeNamed() throws IOException {
        Shell.write(root, "elsewhere/a.md", "[[b]]");
        assertThat(check(root.resolve("elsewhere").toString()).out())
                .startsWith("a.md:1: broken link [[b]]: no note has this name\n");
    }

    @Test
    void whatReadersNeverSeeIsNotChecked() throws IOException {
        Files.writeString(
                Path.of(config), "source:\n  seed: .\n  folder: orchard\ncontent:\n  ignore: [templates/**]\n");
        plant("draft.md", "---\ndraft: true\n---\n[[nowhere]]");
        plant("closed.md", "---\npublish: false\n---\n[[nowhere]]");
        plant(".obsidian/a.md", "[[nowhere]]");
        plant(".hidden.md", "[[nowhere]]");
        plant("templates/day.md", "[[nowhere]]");
        plant("open.md", "text");
        assertThat(check()).isEqualTo(new Shell.Said(0, "1 note, 0 links, 0 problems\n", ""));
    }

    @Test
    void aLinkToWhatReadersNeverSeeIsBroken() throws IOException {
        plant("draft.md", "---\ndraft: true\n---\n");
        plant("open.md", "[[draft]]");
        assertThat(check().out()).startsWith("open.md:1: broken link [[draft]]: no note has this name\n");
    }

    @Test
    void aLinkIsExplained() throws IOException {
        plant("a/elm.md", "Text.");
        plant("b/elm.md", "Text.");
        plant("b/from.md", "Text.");
        assertThat(check("--explain", "[[elm#Bark]]", "--from", "b/from.md")).isEqualTo(new Shell.Said(0, """
            [[elm#Bark]] in b/from.md leads to b/elm.md
            rule 8: of several, the one below the note's own folder with the shortest path
            heading "Bark": not found; the link leads to the note's beginning
            not a/elm.md: it is not below the note's own folder
            """, ""));
        assertThat(check("--explain", "[x](elm.md)", "--from", "b/from.md")).isEqualTo(new Shell.Said(0, """
            (elm.md) in b/from.md leads to b/elm.md
            rule 4: a Markdown link, and a file stands exactly where it says, read from the note's folder
            not a/elm.md: another stands exactly where the link says
            """, ""));
        assertThat(check("--explain", "oak").out()).startsWith("[[oak]] in index.md is broken\nrule 15: ");
        assertThat(check("--explain", "[[elm]]", "--from", "no.md").err())
                .contains("expected the path of a note that readers may see");
    }

    @Test
    void aFolderThatIsNotThereIsExitCode1() {
        Path missing = root.resolve("missing");
        assertThat(check(missing.toString()))
                .isEqualTo(new Shell.Said(
                        1, "", "garden: cannot check " + missing + ": expected a folder of notes, found nothing\n"));
        assertThat(check(config).err()).endsWith("expected a folder of notes, found a file\n");
    }

    @Test
    void aConfigurationThatCannotBeReadIsExitCode1() throws IOException {
        Files.writeString(Path.of(config), "sorce:\n  seed: .\nserver:\n  port: http\n");
        Shell.Said said = check();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains(config + ":1: ", config + ":4: server.port: ");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void withoutASeedAFolderMustBeNamed() throws IOException {
        Files.writeString(Path.of(config), "source:\n  seed: none\n");
        assertThat(check())
                .isEqualTo(new Shell.Said(
                        1, "", "garden: cannot check: source.seed is none; name a folder: ./garden check FOLDER\n"));
    }
}
