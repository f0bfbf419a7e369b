package garden.git.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private AccessTokens tokens;

    @BeforeEach
    void open() {
        file = folder.resolve("data/tokens");
        tokens = new AccessTokens(file, Optional.empty());
    }

    @Test
    void addedTokenIsValidAndNothingElseIs() throws IOException {
        String token = tokens.add("laptop", NOW);

        assertThat(token).matches("gdn_[A-Za-z0-9_-]{43}");
        assertThat(tokens.isValid(token)).isTrue();
        assertThat(tokens.isValid(token + " ")).isFalse();
        assertThat(tokens.isValid("")).isFalse();
    }

    @Test
    void withoutAFileNothingIsValid() throws IOException {
        assertThat(tokens.isValid("gdn_x")).isFalse();
        assertThat(tokens.list()).isEmpty();
    }

    @Test
    void tokensAreListedByName() throws IOException {
        tokens.add("b = c", NOW.plusSeconds(1));
        tokens.add("a: é", NOW);

        assertThat(new AccessTokens(file, Optional.empty()).list())
                .containsExactly(
                        new AccessTokens.Token("a: é", NOW), new AccessTokens.Token("b = c", NOW.plusSeconds(1)));
    }

    @Test
    void changesByAnotherProcessAreSeen() throws IOException {
        AccessTokens other = new AccessTokens(file, Optional.empty());
        assertThat(tokens.isValid("x")).isFalse();
        String first = other.add("first", NOW);
        assertThat(tokens.isValid(first)).isTrue();
        String second = other.add("second", NOW);
        assertThat(tokens.isValid(second)).isTrue();
        other.remove("first");
        assertThat(tokens.isValid(first)).isFalse();
        assertThat(tokens.isValid(second)).isTrue();
    }

    @Test
    void duplicateAndUnknownNamesAreRefused() throws IOException {
        tokens.add("laptop", NOW);

        assertThatThrownBy(() -> tokens.add("laptop", NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is one of this name already");
        assertThatThrownBy(() -> tokens.remove("phone"))
                .isInstanceOf(IOException.class)
                .hasMessage("token \"phone\": there is none of this name; found [laptop]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "\u001b[31m"})
    void malformedNamesAreRefused(String name) {
        assertThatThrownBy(() -> tokens.add(name, NOW)).isInstanceOf(IOException.class);
    }

    @Test
    void fileHoldsNoTokenAndIsForItsOwnerOnly() throws IOException {
        String token = tokens.add("laptop", NOW);

        assertThat(Files.readString(file)).contains("laptop").doesNotContain(token.substring(4));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void operatorsTokenIsValidAndNotListed() throws IOException {
        AccessTokens operated = new AccessTokens(file, Optional.of("operator-secret"));

        assertThat(operated.isValid("operator-secret")).isTrue();
        assertThat(operated.isValid("operator-secre")).isFalse();
        assertThat(operated.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"laptop=xyz", "laptop=", "laptop=abcd notatime", "\\u12"})
    void damagedFileIsAnErrorThatNamesIt(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);

        assertThatThrownBy(() -> tokens.isValid("x"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": expected");
    }
}
