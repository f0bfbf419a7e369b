package garden.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.GitRepo;
import garden.note.CommitId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A working folder is shown as it is saved, and never written to. */
@Timeout(120)
class PreviewTest {

    private static final String MARK = "Not committed";

    @TempDir
    private Path temp;

    private GitRepo notes;

    @BeforeEach
    void plant() {
        notes = GitRepo.in(temp.resolve("notes"));
        notes.write("Oak.md", "An oak.").write("trees/Elm.md", "An elm near [[Oak]].");
        notes.commit("Plant");
    }

    private PreviewServer preview() {
        return PreviewServer.of(temp, notes.path());
    }

    /** Reads events until {@code isShown}; a save may be told in pieces. */
    private static void await(LiveStream live, BooleanSupplier isShown) {
        while (!isShown.getAsBoolean()) {
            assertThat(live.nextEvent()).startsWith("changed ");
        }
    }

    private static String text(PreviewServer server, String path) {
        return server.page(path).select("article .prose").text();
    }

    private static String marks(PreviewServer server, String path) {
        return server.page(path).select("article .uncommitted").text();
    }

    @Test
    void aSaveIsOnTheOpenPage() throws IOException {
        try (PreviewServer server = preview();
                LiveStream live = server.live("/Oak")) {
            assertThat(text(server, "/Oak")).isEqualTo("An oak.");
            assertThat(marks(server, "/Oak")).isEmpty();
            notes.write("Oak.md", "An old oak.");
            await(live, () -> text(server, "/Oak").equals("An old oak."));
            assertThat(marks(server, "/Oak")).isEqualTo(MARK);
            assertThat(marks(server, "/trees/Elm")).isEmpty();
        }
    }

    /** The settings of the vault that is edited are those on disk, committed or not, and nothing else in their folder is looked at. */
    @Test
    void whatObsidianSavesOfLineBreaksIsOnTheOpenPage() throws IOException {
        notes.write(".obsidian/workspace.json", "{}")
                .write("Oak.md", "one\ntwo")
                .commit("Two lines");
        try (PreviewServer server = preview();
                LiveStream live = server.live("/Oak")) {
            assertThat(server.page("/Oak").select("article br")).isEmpty();
            notes.write(".obsidian/app.json", "{}");
            await(live, () -> server.page("/Oak").select("article br").size() == 1);
            notes.write(".obsidian/app.json", "{\"strictLineBreaks\": true}");
            await(live, () -> server.page("/Oak").select("article br").isEmpty());
            notes.write(".obsidian/app.json", "{\"strictLineBreaks\": false}");
            await(live, () -> server.page("/Oak").select("article br").size() == 1);
            notes.delete(".obsidian/app.json");
            await(live, () -> server.page("/Oak").select("article br").isEmpty());
        }
    }

    @Test
    void aSaveByRenamingIsOnTheOpenPage() throws IOException {
        try (PreviewServer server = preview();
                LiveStream live = server.live("/Oak")) {
            notes.write(".Oak.md.swp", "An old oak.");
            Files.move(
                    notes.path().resolve(".Oak.md.swp"),
                    notes.path().resolve("Oak.md"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            await(live, () -> text(server, "/Oak").equals("An old oak."));
        }
    }

    @Test
    void aRenameCountsBeforeItIsCommitted() throws IOException {
        try (PreviewServer server = preview();
                LiveStream live = server.live("/trees/Elm")) {
            for (String name : List.of("Quercus", "Great oak")) {
                Path old = notes.path().resolve(name.equals("Quercus") ? "Oak.md" : "Quercus.md");
                Files.move(old, notes.path().resolve(name + ".md"));
                String href = "/" + name.replace(' ', '-');
                await(
                        live,
                        () -> server.page("/trees/Elm")
                                .select("article .prose a")
                                .attr("href")
                                .equals(href));
                assertThat(server.send("/Oak", BodyHandlers.discarding())
                                .headers()
                                .firstValue("Location"))
                        .contains(href);
            }
            Files.delete(notes.path().resolve("Great oak.md"));
            await(
                    live,
                    () -> server.page("/trees/Elm")
                            .select("article .prose .broken")
                            .hasText());
            assertThat(server.send("/Oak", BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aNewNoteIsInTheBacklinksOfWhatItLinksTo() throws IOException {
        try (PreviewServer server = preview();
                LiveStream live = server.live("/Oak")) {
            notes.write("woods/deep/Ash.md", "Taller than [[Oak]].");
            await(live, () -> server.page("/Oak").text().contains("Taller than"));
            assertThat(marks(server, "/woods/deep/Ash")).isEqualTo(MARK);
        }
    }

    @Test
    void aDeletedFolderIsGone() throws IOException {
        try (PreviewServer server = preview();
                LiveStream live = server.live("/Oak")) {
            notes.delete("trees/Elm.md").delete("trees");
            await(live, () -> server.status("/trees/Elm") == 404);
            assertThat(server.status("/trees/")).isEqualTo(404);
        }
    }

    @Test
    void aFolderMovedAwayAndBackIsGoneAndThere() throws IOException {
        try (PreviewServer server = preview();
                LiveStream live = server.live()) {
            notes.write("trees/old/Yew.md", "A yew.");
            await(live, () -> server.status("/trees/old/Yew") == 200);
            Files.move(notes.path().resolve("trees"), temp.resolve("elsewhere"));
            await(live, () -> server.status("/trees/old/Yew") == 404 && server.status("/trees/Elm") == 404);
            Files.move(temp.resolve("elsewhere"), notes.path().resolve("trees"));
            await(live, () -> server.status("/trees/old/Yew") == 200 && server.status("/trees/Elm") == 200);
        }
    }

    @Test
    void aCheckoutOfAThousandFilesIsShownWhole() throws IOException {
        notes.git("checkout", "-q", "-b", "many").orFail();
        for (int i = 0; i < 1_000; i++) {
            notes.write("many/" + i % 10 + "/Tree " + i + ".md", "Tree " + i + " by [[Oak]].");
        }
        CommitId many = notes.commit("Plant many");
        notes.git("checkout", "-q", "main").orFail();
        CommitId main = notes.head();
        try (PreviewServer server = preview();
                LiveStream live = server.live()) {
            assertThat(server.garden().summary()).isEqualTo("2 notes at " + main.abbreviated());
            notes.git("checkout", "-q", "many").orFail();
            await(live, () -> server.garden().summary().equals("1002 notes at " + many.abbreviated()));
            assertThat(text(server, "/many/7/Tree-997")).isEqualTo("Tree 997 by Oak.");
            notes.git("checkout", "-q", "main").orFail();
            await(live, () -> server.garden().summary().equals("2 notes at " + main.abbreviated()));
        }
    }

    @Test
    void aCommitTakesTheMarkAway() throws IOException {
        notes.write("Oak.md", "An old oak.");
        try (PreviewServer server = preview();
                LiveStream live = server.live("/Oak")) {
            assertThat(marks(server, "/Oak")).isEqualTo(MARK);
            notes.commit("Grow");
            await(live, () -> marks(server, "/Oak").isEmpty());
        }
    }

    @Test
    void historyIsThatOfTheLastCommitAndSaysWhatIsNotInIt() throws IOException {
        CommitId head = notes.head();
        notes.write("Oak.md", "An old oak.");
        try (PreviewServer server = preview()) {
            assertThat(server.page("/-/history/Oak").select(".versions code").eachText())
                    .containsExactly(head.abbreviated());
            assertThat(server.page("/-/history/Oak").select(".uncommitted").text())
                    .isEqualTo(MARK);
            assertThat(server.page("/-/history/trees/Elm").select(".uncommitted"))
                    .isEmpty();
            assertThat(server.page("/-/commits").select(".versions code").eachText())
                    .containsExactly(head.abbreviated());
            assertThat(server.page("/Oak").select("footer").text()).contains("With uncommitted changes");
            assertThat(server.page("/-/status").text()).contains(head.hex() + " with uncommitted changes");
            assertThat(server.garden().summary())
                    .isEqualTo("2 notes at " + head.abbreviated() + " with uncommitted changes");
        }
    }

    @Test
    void datesAreThoseOfTheFileUntilItIsCommitted() throws IOException {
        notes.write("Oak.md", "An old oak.");
        Files.setLastModifiedTime(
                notes.path().resolve("Oak.md"),
                java.nio.file.attribute.FileTime.from(Instant.parse("2026-03-04T05:06:07Z")));
        try (PreviewServer server = preview()) {
            assertThat(server.page("/Oak").select(".meta time").eachAttr("datetime"))
                    .containsExactly("2026-03-04T05:06:07Z", "2026-01-01T00:00:00Z");
        }
    }

    @Test
    void whatReadersMayNotSeeIsNotShown() {
        notes.write("Draft.md", "---\ndraft: true\n---\nHidden.").write(".obsidian/Note.md", "Hidden.");
        try (PreviewServer server = preview()) {
            assertThat(server.status("/Draft")).isEqualTo(404);
            assertThat(server.garden().summary()).startsWith("2 notes");
        }
    }

    @Test
    void aFolderOutsideGitIsShownWithoutMarks() throws IOException {
        Path plain = Files.createDirectories(temp.resolve("plain"));
        Files.writeString(plain.resolve("Ash.md"), "An ash.");
        try (PreviewServer server = PreviewServer.of(temp, plain);
                LiveStream live = server.live("/Ash")) {
            assertThat(server.garden().summary()).isEqualTo("1 note");
            Files.writeString(plain.resolve("Ash.md"), "A tall ash.");
            await(live, () -> text(server, "/Ash").equals("A tall ash."));
            assertThat(marks(server, "/Ash")).isEmpty();
            assertThat(server.page("/-/status").text()).contains("none yet");
        }
    }

    @Test
    void aRepositoryWithoutCommitsShowsMarkedNotes() throws IOException {
        GitRepo fresh = GitRepo.in(temp.resolve("fresh")).write("Ash.md", "An ash.");
        try (PreviewServer server = PreviewServer.of(temp, fresh.path());
                LiveStream live = server.live("/Ash")) {
            assertThat(marks(server, "/Ash")).isEqualTo(MARK);
            assertThat(server.page("/-/history/Ash").select(".versions li")).isEmpty();
            fresh.commit("Plant");
            await(live, () -> marks(server, "/Ash").isEmpty());
            assertThat(server.page("/-/history/Ash").select(".versions li")).hasSize(1);
        }
    }

    @Test
    void theAuthorsRepositoryStaysAsItIs() throws IOException {
        notes.write("Oak.md", "An old oak.").write("Ash.md", "An ash.");
        Map<String, String> before = everything(notes.path());
        String status = notes.git("status", "--porcelain=v2", "--branch").text();
        Map<String, String> refreshed = everything(notes.path());
        assertThat(refreshed.keySet()).isEqualTo(before.keySet());
        try (PreviewServer server = preview();
                LiveStream live = server.live()) {
            assertThat(server.page("/Ash").text()).contains("An ash.");
            notes.write("Ash.md", "A tall ash.");
            await(live, () -> text(server, "/Ash").equals("A tall ash."));
            server.page("/-/history/Oak");
        }
        notes.write("Ash.md", "An ash.");
        assertThat(everything(notes.path())).isEqualTo(refreshed);
        assertThat(notes.git("status", "--porcelain=v2", "--branch").text()).isEqualTo(status);
    }

    /** Every file with its bytes, as text; folders too. */
    private static Map<String, String> everything(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String content = Files.isDirectory(file) ? "folder" : Arrays.toString(Files.readAllBytes(file));
                all.put(root.relativize(file).toString(), content);
            }
        }
        return all;
    }

    @Test
    void gitsOwnFilesAndIgnoredOnesPublishNothing() throws IOException {
        notes.write(".gitignore", "*.tmp\n");
        notes.commit("Ignore");
        try (PreviewServer server = preview();
                LiveStream live = server.live()) {
            notes.write("Half.tmp", "Half.").write(".git/noise", "Noise.").write(".obsidian/workspace.json", "{}");
            notes.git("status").orFail();
            notes.git("tag", "noise").orFail();
            notes.write("Oak.md", "An old oak.");
            assertThat(live.nextEvent()).startsWith("changed ");
            assertThat(text(server, "/Oak")).isEqualTo("An old oak.");
        }
    }

    @Test
    void gitAndPushesAreNotServed() {
        try (PreviewServer server = preview()) {
            assertThat(Stream.of(
                                    "/garden.git",
                                    "/garden.git/info/refs",
                                    "/garden.git/info/refs?service=git-upload-pack",
                                    "/garden.git/HEAD",
                                    "/-/pushes",
                                    "/-/pushes/" + notes.head().hex())
                            .map(server::status)
                            .toList())
                    .containsOnly(404);
            assertThat(server.garden().firstToken()).isEmpty();
        }
    }

    @Test
    void onlyThisMachineIsListenedTo() throws IOException {
        List<InetAddress> outer = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        try (PreviewServer server =
                PreviewServer.of(temp, notes.path(), Map.of("site.url", "https://example.org/garden"))) {
            assertThat(server.garden().url())
                    .isEqualTo("http://localhost:" + server.garden().port() + "/");
            for (InetAddress address : outer) {
                assertThatThrownBy(() -> connect(address, server.garden().port()))
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int)
                    Duration.ofSeconds(5).toMillis());
        }
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        long before = previewFolders();
        try (PreviewServer server = preview()) {
            assertThat(server.status("/Oak")).isEqualTo(200);
            assertThat(previewFolders()).isEqualTo(before + 1);
        }
        assertThat(previewFolders()).isEqualTo(before);
    }

    /** Those of this process; others may come and go. */
    private static long previewFolders() throws IOException {
        String ours = "garden-preview-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(ours))
                    .count();
        }
    }

    @Test
    void whereNoFolderIsNothingStarts() throws IOException {
        long before = previewFolders();
        assertThatThrownBy(() -> PreviewServer.of(temp, temp.resolve("nowhere")))
                .hasMessageContaining("expected a folder of notes, found nothing");
        assertThat(previewFolders()).isEqualTo(before);
    }
}
