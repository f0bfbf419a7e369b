package garden.git.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no git client would send. */
@Timeout(60)
class GitHttpProtocolTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private GitServer server;

    @BeforeEach
    void start() throws Exception {
        server = new GitServer(folder, GitServer.LIMITS, GitServer.quiet());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        String credentials =
                Base64.getEncoder().encodeToString(("any:" + server.token).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(server.url() + path)).header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/HEAD",
                "/config",
                "/info/refs",
                "/info/refs?service=git-upload-archive",
                "/objects/info/packs",
                "/refs/heads/main",
                "/x/info/refs?service=git-upload-pack",
                "/git-upload-pack",
                "/git-receive-pack"
            })
    void everythingButTheSmartProtocolIsNotFound(String path) throws Exception {
        assertThat(send(request(path)).statusCode()).isEqualTo(404);
    }

    @Test
    void unauthorizedAnswerNamesTheSchemeAndTheRemedy() throws Exception {
        URI uri = URI.create(server.url() + "/info/refs?service=git-receive-pack");
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"Garden\", charset=\"UTF-8\"");
        assertThat(response.body()).contains("./garden token add NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Basic OnRva2Vu", "Bearer x", "Basic eA==", ""})
    void malformedAuthorizationIsUnauthorized(String header) throws Exception {
        URI uri = URI.create(server.url() + "/info/refs?service=git-upload-pack");

        assertThat(send(HttpRequest.newBuilder(uri).header("Authorization", header))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", "garbage", "00", "ffff", "0008abcd", "0000PACK", "00000000000000000000"})
    void garbageIsAnsweredAndChangesNothing(String body) throws Exception {
        for (String service : new String[] {"git-upload-pack", "git-receive-pack"}) {
            HttpResponse<String> response = send(request("/" + service)
                    .header("Content-Type", "application/x-" + service + "-request")
                    .POST(BodyPublishers.ofString(body)));
            assertThat(response.statusCode()).as(service + " " + body).isBetween(200, 500);
        }
        assertThat(server.tip()).isEmpty();
        assertThat(server.pushed).isEmpty();
    }

    @Test
    void endlessZippedFetchIsCutOff() throws Exception {
        byte[] zipped = zippedWants(300_000);

        HttpResponse<String> response = send(request("/git-upload-pack")
                .header("Content-Type", "application/x-git-upload-pack-request")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped)));

        assertThat(zipped).hasSizeLessThan(200_000);
        assertThat(response.body()).doesNotContain("PACK");
    }

    private static byte[] zippedWants(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            byte[] line = ("0032want " + "1".repeat(40) + "\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < count; i++) {
                zip.write(line);
            }
        }
        return bytes.toByteArray();
    }
}
