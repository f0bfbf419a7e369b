package garden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz";

    @TempDir
    private Path folder;

    @Test
    void keysAreWordsInUpperCase() {
        assertThat(Keys.MAX_REFS_PER_PUSH.variable()).isEqualTo("GARDEN_GIT_MAX_REFS_PER_PUSH");
    }

    @Test
    void commasSeparateGlobsExceptInBraces() {
        Map<String, String> environment = Map.of("GARDEN_CONTENT_IGNORE", "*.{bak,tmp}, drafts/**");

        assertThat(settings(environment).get(Keys.IGNORE)).containsExactly("*.{bak,tmp}", "drafts/**");
    }

    @Test
    void unknownVariableNamesTheNearest() {
        checkProblem(
                Map.of("GARDEN_SERVR_PORT", "1"),
                "GARDEN_SERVR_PORT: unknown variable, did you mean GARDEN_SERVER_PORT?");
        checkProblem(
                Map.of("GARDEN_LIVE_MAX_CLIENT", "1"),
                "GARDEN_LIVE_MAX_CLIENT: unknown variable, did you mean GARDEN_LIVE_MAX_CLIENTS?");
        checkProblem(Map.of("GARDEN_PORT", "1"), "GARDEN_PORT: unknown variable, did you mean GARDEN_SERVER_PORT?");
        checkProblem(
                Map.of("GARDEN_", "1"),
                "GARDEN_: unknown variable, expected the name of a key, as GARDEN_SERVER_PORT is that of server.port");
    }

    @Test
    void variablesOfTheLauncherAndOfKubernetesAreLeftAlone() {
        Map<String, String> environment = Map.of(
                "GARDEN_JAVA_OPTS", "-Xmx1g",
                "GARDEN_JAVA_HOME", "/opt/java",
                "GARDEN_SERVICE_HOST", "10.0.0.7",
                "GARDEN_SERVICE_PORT_HTTP", "80",
                "GARDEN_PORT", "tcp://10.0.0.7:80",
                "GARDEN_PORT_80_TCP_ADDR", "10.0.0.7");

        assertThat(Environment.read(environment)).isEqualTo(new Layer(Map.of(), List.of()));
    }

    @Test
    void secretIsGivenOrInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");

        assertThat(settings(Map.of("GARDEN_GIT_TOKEN", TOKEN)).get(Keys.TOKEN)).contains(new Secret(TOKEN));
        assertThat(settings(Map.of("GARDEN_GIT_TOKEN_FILE", file.toString())).get(Keys.TOKEN))
                .contains(new Secret(TOKEN));
        assertThat(settings(Map.of("GARDEN_GIT_TOKEN", "")).get(Keys.TOKEN)).isEmpty();
    }

    @Test
    void secretInTwoPlacesOrInNoneIsAProblem() {
        checkProblem(
                Map.of("GARDEN_GIT_TOKEN", TOKEN, "GARDEN_GIT_TOKEN_FILE", "token"),
                "GARDEN_GIT_TOKEN_FILE: expected this or GARDEN_GIT_TOKEN, found both");
        checkProblem(
                Map.of("GARDEN_GIT_TOKEN_FILE", "/no/such/file"),
                "GARDEN_GIT_TOKEN_FILE: expected a file that can be read, found \"/no/such/file\"");
    }

    @Test
    void secretIsNeverShown() {
        Map<String, String> environment = Map.of("GARDEN_GIT_TOKEN", "hunter2");
        ConfigException exception = catchThrowableOfType(
                ConfigException.class, () -> Config.load(Files.createTempFile(folder, "c", ""), environment, Map.of()));

        assertThat(exception).hasMessage("GARDEN_GIT_TOKEN: expected 20 to 200 visible ASCII characters");
        assertThat(new Secret(TOKEN)).hasToString("(secret)");
    }

    private LayeredValues settings(Map<String, String> environment) {
        return new LayeredValues(List.of(Layer.defaults(folder.resolve("c")), Environment.read(environment)));
    }

    private static void checkProblem(Map<String, String> environment, String expected) {
        assertThat(Environment.read(environment).problems())
                .map(ConfigProblem::toString)
                .containsExactly(expected);
    }
}
