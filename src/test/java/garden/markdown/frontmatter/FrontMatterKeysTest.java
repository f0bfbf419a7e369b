package garden.markdown.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FrontMatterKeysTest {

    /** Keys are read in any case, so the manual may spell them as authors do. */
    @Test
    void manualTellsOfEveryKey() throws IOException {
        String manual = Files.readString(Path.of("notes/guide/front-matter.md")).toLowerCase(Locale.ROOT);
        assertThat(FrontMatterKeys.OWN).allSatisfy(key -> assertThat(manual).contains("`" + key));
    }
}
