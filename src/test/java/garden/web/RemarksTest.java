package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a note hides from its page, readers find nowhere; whoever signs in reads the source whole. */
@Timeout(60)
class RemarksTest {

    @TempDir
    private Path folder;

    @Test
    void remarksAreInNoAnswerToReaders() {
        String note = """
            --- oak.md
            Oak %%heron%% one.

            %%
            a heron
            %%

            <!-- heron -->

            <script>
            heron
            </script>

            End %s.
            """;
        try (TestServer server = TestServer.with(folder, note.replace("%s", "one"))) {
            var commit = server.push(note.replace("%s", "two").replace("a heron", "another heron"));
            for (String path : List.of(
                    "/oak.md",
                    "/oak",
                    "/-/blame/oak",
                    "/-/history/oak",
                    "/-/history/oak/" + commit.hex(),
                    "/-/history/oak/" + commit.hex() + "/diff",
                    "/-/search?q=one",
                    "/atom.xml",
                    "/static/contentIndex.json",
                    "/-/api/notes/oak")) {
                assertThat(server.get(path).body()).as(path).doesNotContain("heron");
            }
            assertThat(server.get("/oak.md").body().lines()).hasSize(13).contains("Oak  one.", "End two.");
            String user = server.gitUrl().replaceFirst("^.*//(.*)@.*$", "$1");
            String token = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            assertThat(server.get("/oak.md", "Authorization", "Basic " + token).body())
                    .contains("another heron");
        }
    }
}
