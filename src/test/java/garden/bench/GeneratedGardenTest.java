package garden.bench;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedGardenTest {

    @TempDir
    Path folder;

    @Test
    void theSameNumbersGiveTheSameCommitAnywhere() throws Exception {
        assertThat(tip(new GeneratedGarden(200, 10, 1), "a")).isEqualTo("7092ed5ebc852ee2687b098e3b7c91ec5c00bd5b");
        assertThat(tip(new GeneratedGarden(200, 10, 2), "b")).isNotEqualTo("7092ed5ebc852ee2687b098e3b7c91ec5c00bd5b");
    }

    @Test
    void holdsSoManyNotesAndCommitsAndRenamesSome() throws Exception {
        new GeneratedGarden(200, 10, 1).writeTo(folder.resolve("a"));

        assertThat(git("ls-tree", "-r", "--name-only", "main")).hasSize(200);
        assertThat(git("rev-list", "main")).hasSize(10);
        assertThat(git("log", "--format=", "--diff-filter=R", "--name-only", "main"))
                .hasSize(5);
    }

    @Test
    void aFewNotesHaveMostOfTheBacklinks() throws Exception {
        GeneratedGarden garden = new GeneratedGarden(200, 10, 1);
        garden.writeTo(folder.resolve("a"));

        String text = git("grep", "-hF", "[[", "main").toString();
        assertThat(text.split(Pattern.quote("[[" + garden.note(0).name()))).hasSizeGreaterThan(20);
        assertThat(text.split(Pattern.quote("[[" + garden.note(100).name()))).hasSizeLessThan(5);
    }

    private String tip(GeneratedGarden garden, String name) throws IOException, InterruptedException {
        garden.writeTo(folder.resolve(name));
        return GitRepo.runIn(folder.resolve(name), "rev-parse", "main")
                .orFail()
                .text()
                .strip();
    }

    private List<String> git(String... command) {
        return GitRepo.runIn(folder.resolve("a"), command)
                .orFail()
                .text()
                .lines()
                .toList();
    }
}
