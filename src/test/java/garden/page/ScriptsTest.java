package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every script of ours. */
class ScriptsTest {

    private static final Path ASSETS = Path.of("src/main/resources/garden/assets");
    private static final Pattern KEYS = Pattern.compile("key(down|up|press)");

    /** Keys while a character is composed are the input method's (UI Events 3.7.3): one function hears all keys, and leaves those alone. */
    @Test
    void keysAreHeardByTheOneFunctionThatLeavesComposingAlone() throws IOException {
        try (Stream<Path> files = Files.list(ASSETS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".js"))
                            .flatMap(file -> lines(file)
                                    .filter(line -> KEYS.matcher(line).find())
                                    .map(line -> file.getFileName() + ": " + line.strip())))
                    .containsExactly("garden.js: target.addEventListener('keydown', "
                            + "(event) => event.isComposing || event.keyCode === 229 || handle(event));");
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
