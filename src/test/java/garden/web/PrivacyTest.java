package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository holds and readers do not get to see, wherever they ask. Every private file holds the word heron. */
@Timeout(60)
class PrivacyTest {

    private static final String NOTES = """
        --- index.md
        Public. [[Draft]] [[shy]] [[private]] ![[seen.txt]]
        --- Draft.md
        ---
        draft: true
        tags: [heron-tag]
        aliases: [heron-alias]
        ---
        A heron. [[shy]] [[heron-wanted]] ![[heron.txt]]
        --- private.md
        ---
        publish: false
        ---
        A heron.
        --- .hidden.md
        A heron.
        --- .obsidian/notes.md
        A heron.
        --- a/.trash/gone.md
        A heron.
        --- heron.txt
        A heron.
        --- .obsidian/app.txt
        A heron.
        --- seen.txt
        Seen.
        --- shy.md
        ---
        unlisted: true
        tags: [shy-tag]
        ---
        Reserved.
        """;

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.with(folder, NOTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Draft",
                "/draft",
                "/Draft.md",
                "/draft.md",
                "/Draft.html",
                "/Draft/",
                "/heron-alias",
                "/private",
                "/private.md",
                "/.hidden",
                "/.hidden.md",
                "/.obsidian/",
                "/.obsidian/notes",
                "/.obsidian/notes.md",
                "/.obsidian/app.txt",
                "/.obsidian/app.txt?v=1",
                "/a/",
                "/a/.trash/",
                "/a/.trash/gone",
                "/a/.trash/gone.md",
                "/heron.txt",
                "/heron.txt?v=1",
                "/HERON.txt",
                "/.git/config",
                "/.git/",
                "/tags/heron-tag",
                "/-/api/notes/Draft",
                "/-/api/notes/Draft.md",
                "/-/api/notes/private",
                "/-/api/notes/.hidden",
                "/-/api/notes/.obsidian/notes.md",
                "/-/api/notes/heron.txt",
                "/-/feed/atom?to=Draft",
                "/-/feed/atom?in=a/",
                "/-/feed/rss?in=tags/heron-tag"
            })
    void privateFileIsNowhere(String path) {
        var answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("A heron");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.md",
                "/shy",
                "/tags/",
                "/-/recent",
                "/-/updates",
                "/-/problems",
                "/-/status",
                "/-/api/graph",
                "/-/api/links",
                "/-/api/status",
                "/-/api/notes/shy",
                "/-/api/notes/index",
                "/-/search?q=reserved",
                "/index.xml",
                "/atom.xml",
                "/feed.json",
                "/-/feed/atom?to=shy",
                "/-/feed/atom?q=public",
                "/sitemap.xml",
                "/static/contentIndex.json"
            })
    void noAnswerMentionsPrivateFiles(String path) {
        assertThat(server.get(path).body()).doesNotContain("heron").doesNotContain("hidden.md", "obsidian");
    }

    @Test
    void searchDoesNotFindPrivateNotes() {
        assertThat(server.page("/-/search?q=heron").select(".hits li")).isEmpty();
        assertThat(server.json("/-/api/search?q=heron").path("total").asInt()).isZero();
        assertThat(server.page("/-/search?q=Draft").select(".nearest a").eachAttr("href"))
                .doesNotContain("/Draft");
    }

    @Test
    void linkToPrivateNoteIsBroken() {
        assertThat(server.page("/").select(".prose a.broken").eachAttr("href")).containsExactly("/Draft", "/private");
    }

    @Test
    void embedOfAPrivateNoteIsThatOfAMissingOne(@TempDir Path own) {
        String notes = "--- a.md\n![[closed]]\n--- b.md\n![[nobody]]\n--- closed.md\n---\ndraft: true\n---\nA heron.\n";
        try (TestServer other = TestServer.with(own, notes)) {
            String shown = other.page("/a").select(".prose").html();
            String missing = other.page("/b").select(".prose").html();

            assertThat(shown).contains("Nothing to show").isEqualTo(missing.replace("nobody", "closed"));
        }
    }

    @Test
    void unlistedNoteCanBeReadButNotFound() {
        assertThat(server.status("/shy")).isEqualTo(200);
        assertThat(server.page("/shy").select("meta[name=robots]").attr("content"))
                .isEqualTo("noindex");
        assertThat(server.page("/").select("meta[name=robots]")).isEmpty();
        assertThat(server.page("/").select(".listing .line-title").eachAttr("href"))
                .doesNotContain("/shy");
        assertThat(server.page("/-/recent").select(".line-title").eachAttr("href"))
                .containsExactly("/");
        assertThat(server.page("/tags/").select(".tag-tree li")).isEmpty();
        assertThat(server.page("/-/search?q=reserved").select(".hits li")).isEmpty();
        assertThat(server.get("/-/api/graph").body()).doesNotContain("shy");
        assertThat(server.get("/static/contentIndex.json").body()).doesNotContain("shy.md", "\"shy\"", "Reserved");
        assertThat(server.get("/sitemap.xml").body()).doesNotContain("shy");
        assertThat(server.get("/-/feed/atom?q=reserved").body()).doesNotContain("<entry>");
        assertThat(server.get("/-/suggest?q=shy").body()).isEqualTo("[\"shy\",[],[],[]]");
        assertThat(server.page("/shy").select("script[type='application/ld+json'], [rel=alternate][href*='to=shy']"))
                .isEmpty();
        assertThat(server.page("/shi").select(".nearest a").eachAttr("href")).doesNotContain("/shy");
    }

    @Test
    void linkedAttachmentIsPublic() {
        assertThat(server.get("/seen.txt").body()).isEqualTo("Seen.");
    }

    @Test
    void noteThatBecomesDraftIsGoneAtOnce(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, "--- a.md\nA heron ![[b.txt]].\n--- b.txt\nsecret")) {
            String version = other.page("/a").select(".prose a").attr("href");
            assertThat(other.status(version)).isEqualTo(200);

            other.push("--- a.md\n---\ndraft: true\n---\nA heron ![[b.txt]].\n");

            assertThat(other.status("/a")).isEqualTo(404);
            assertThat(other.status("/a.md")).isEqualTo(404);
            assertThat(other.status(version)).isEqualTo(404);
            assertThat(other.json("/-/api/search?q=heron").path("total").asInt())
                    .isZero();
            assertThat(other.page("/-/recent").select(".line-title")).isEmpty();
        }
    }
}
