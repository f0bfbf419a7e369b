package garden.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {

    private static Optional<RemoteUrl> parse(String text) {
        return RemoteUrl.parse(text, Path.of("/base"));
    }

    private static void checkAddress(String text, String address) {
        assertThat(parse(text)).hasValueSatisfying(url -> assertThat(url).hasToString(address));
    }

    @Test
    void readsWhatGitReads() {
        checkAddress("https://example.org/notes.git", "https://example.org/notes.git");
        checkAddress("HTTPS://example.org:8443/notes", "https://example.org:8443/notes");
        checkAddress("git@example.org:team/notes.git", "git@example.org:team/notes.git");
        checkAddress("ssh://git@example.org:2222/notes.git", "ssh://git@example.org:2222/notes.git");
        checkAddress("file:///srv/notes.git", "/srv/notes.git");
        checkAddress("/srv/notes.git", "/srv/notes.git");
        checkAddress("../notes", "/notes");
    }

    @Test
    void aPasswordIsTakenOutOfWhatIsShown() {
        RemoteUrl url = parse("https://reader:glpat-0123@example.org/notes.git").orElseThrow();
        assertThat(url).hasToString("https://example.org/notes.git");
        assertThat(url.user()).contains("reader");
        assertThat(url.password().map(Secret::value)).contains("glpat-0123");
        assertThat(parse("https://x%40y:p%2Fq@example.org/n").orElseThrow().user())
                .contains("x@y");
        assertThat(new MirrorOf.Upstream(url).toString()).doesNotContain("glpat-0123");
    }

    @Test
    void aProblemDoesNotRepeatAPassword() {
        assertThat(new Raw.Text("https://reader:secret@exa mple.org/")).hasToString("\"https://…@exa mple.org/\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "git://example.org/notes.git",
                "https://",
                "https://example.org",
                "https://example.org/",
                "https://example.org/notes?x=1",
                "ssh://git:password@example.org/notes",
                "ssh://-oProxyCommand=x/notes",
                "http://exa mple.org/notes"
            })
    void anythingElseIsNoRepository(String text) {
        assertThat(parse(text)).isEmpty();
    }
}
