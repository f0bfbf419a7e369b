package garden.command;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

    @TempDir
    private Path root;

    private String config = "";

    @BeforeEach
    void configure() throws IOException {
        config = Shell.write(root, "config.yml", "data:\n  folder: data\n");
    }

    private Shell.Said token(String verb, String... names) {
        String[] all = new String[names.length + 4];
        System.arraycopy(names, 0, all, 4, names.length);
        all[0] = "token";
        all[1] = verb;
        all[2] = "--config";
        all[3] = config;
        return Shell.run(all);
    }

    @Test
    void aTokenIsShownOnceAndListedByNameOnly() throws IOException {
        Shell.Said added = token("add", "laptop");
        assertThat(added.exit()).isZero();
        assertThat(added.out()).matches("gdn_[A-Za-z0-9_-]{43}\n");
        assertThat(token("add", "build server").exit()).isZero();
        Shell.Said listed = token("list");
        assertThat(listed.out().replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "WHEN"))
                .isEqualTo("WHEN  build server\nWHEN  laptop\n");
        assertThat(Files.readString(root.resolve("data/tokens")))
                .doesNotContain(added.out().strip());
    }

    @Test
    void aTokenThatWasTakenBackIsGone() {
        token("add", "laptop");
        assertThat(token("remove", "laptop")).isEqualTo(new Shell.Said(0, "", ""));
        assertThat(token("list")).isEqualTo(new Shell.Said(0, "", ""));
        assertThat(token("add", "laptop").exit()).isZero();
    }

    @Test
    void aNameIsGivenOnce() {
        token("add", "laptop");
        assertThat(token("add", "laptop"))
                .isEqualTo(new Shell.Said(
                        1, "", "garden: token \"laptop\": there is one of this name already; remove it first\n"));
    }

    @Test
    void anUnknownNameIsSaidWithThoseThereAre() {
        token("add", "laptop");
        assertThat(token("remove", "desk"))
                .isEqualTo(
                        new Shell.Said(1, "", "garden: token \"desk\": there is none of this name; found [laptop]\n"));
    }

    @Test
    void aNameThatWouldNotPrintIsRefused() {
        Shell.Said said = token("add", "a\nb");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .startsWith("garden: token name: expected 1 to 100 printable characters")
                .hasLineCount(1);
        assertThat(token("add", " ").exit()).isEqualTo(1);
    }

    @Test
    void aBadConfigurationIsExitCode2() throws IOException {
        Files.writeString(Path.of(config), "dta: 1\n");
        Shell.Said said = token("list");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).startsWith(config + ":1: ");
    }
}
