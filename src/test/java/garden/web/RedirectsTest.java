package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every spelling of an address leads to its page by one redirect, below a base path too. */
@Timeout(60)
class RedirectsTest {

    private static final String NOTES = """
        --- index.md
        Home.
        --- trees/Big Oak.md
        ---
        aliases: [Old Friend, quercus, "trees/oak of old", Ünder]
        tags: [Wood/Hard]
        ---
        Oak.
        --- trees/index.md
        Trees.
        --- herbs/mint.md
        Mint.
        --- Tom & Jerry?.md
        Cat.
        --- café.md
        Café. ![[Leaf Picture.PNG]]
        --- Leaf Picture.PNG
        png
        """;

    @TempDir
    private static Path root;

    @TempDir
    private static Path below;

    private static TestServer atRoot;
    private static TestServer belowBase;

    @BeforeAll
    static void start() {
        atRoot = TestServer.with(root, NOTES);
        belowBase = TestServer.with(below, Map.of("site.url", "https://example.org/my%20garden"), NOTES);
    }

    @AfterAll
    static void stop() {
        atRoot.close();
        belowBase.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/index, /",
        "/index.html, /",
        "/index.htm, /",
        "/INDEX, /",
        "/trees/big-oak, /trees/Big-Oak",
        "/TREES/BIG-OAK, /trees/Big-Oak",
        "/trees/Big%20Oak, /trees/Big-Oak",
        "/trees/Big-Oak/, /trees/Big-Oak",
        "/trees/Big-Oak.html, /trees/Big-Oak",
        "/trees/big%20oak.html/, /trees/Big-Oak",
        "/trees/Big-Oak/index, /trees/Big-Oak",
        "/trees/Big-Oak/index.html, /trees/Big-Oak",
        "/trees, /trees/",
        "/Trees, /trees/",
        "/trees/index, /trees/",
        "/trees/INDEX.html, /trees/",
        "/trees.html, /trees/",
        "/herbs, /herbs/",
        "/herbs/index.html, /herbs/",
        "/HERBS/, /herbs/",
        "/quercus, /trees/Big-Oak",
        "/QUERCUS/, /trees/Big-Oak",
        "/trees/quercus.html, /trees/Big-Oak",
        "/old-friend, /trees/Big-Oak",
        "/Old%20Friend, /trees/Big-Oak",
        "/trees/oak-of-old, /trees/Big-Oak",
        "/U%CC%88nder, /trees/Big-Oak",
        "/tags, /tags/",
        "/TAGS/, /tags/",
        "/tags/index, /tags/",
        "/tags/wood/hard, /tags/Wood/Hard",
        "/tags/Wood/Hard/, /tags/Wood/Hard",
        "/tags/WOOD, /tags/Wood",
        "/Tom%20&%20Jerry%3F, /Tom--and--Jerry",
        "/tom--AND--jerry, /Tom--and--Jerry",
        "/cafe%CC%81, /caf%C3%A9",
        "/CAF%C3%89.html, /caf%C3%A9",
        "/trees/BIG-OAK.md, /trees/Big-Oak.md",
        "/quercus.md, /trees/Big-Oak.md",
        "/Leaf%20Picture.PNG, /Leaf-Picture.PNG",
        "/leaf-picture.png, /Leaf-Picture.PNG"
    })
    void oneHopLeadsToThePage(String spelling, String address) {
        check(atRoot, spelling, address);
        check(belowBase, spelling, "/my%20garden" + address);
    }

    private static void check(TestServer server, String spelling, String location) {
        HttpResponse<String> moved = server.get(spelling);

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains(location);
        assertThat(server.getAtRoot(location).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "//example.org/",
        "/%2F%2Fexample.org",
        "/%5Cexample.org",
        "/trees//Big-Oak",
        "//",
        "/./",
        "/%0d%0aSet-Cookie:x"
    })
    void nothingLeadsOutOfTheGarden(String target) {
        assertThat(atRoot.rawStatus(target)).isIn(400, 404);
    }
}
