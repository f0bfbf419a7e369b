package garden.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.note.CommitId;
import garden.web.MirrorServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each forge proves itself in its own way, and nobody else gets in. */
@Timeout(120)
class WebhooksTest {

    private static final String SECRET = MirrorServer.SECRET;
    private static final String KEY = "whsec_bWlycm9yLXRlc3Qta2V5LW9mLTMyLWJ5dGVzLWxvbmch";

    private GitRepo theirs;

    @AutoClose
    private MirrorServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        theirs = GitRepo.in(folder.resolve("theirs"));
        theirs.write("oak.md", "Oak.").commit("one");
        server = MirrorServer.of(theirs.path().toString(), folder.resolve("mirror"), Map.of());
    }

    private static byte[] payload(String forge) {
        try (InputStream in = WebhooksTest.class.getResourceAsStream("/garden/hooks/" + forge + ".json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] body) {
        StringBuilder hex = new StringBuilder();
        for (byte one : hmac(SECRET.getBytes(StandardCharsets.UTF_8), body)) {
            hex.append("%02x".formatted(one));
        }
        return hex.toString();
    }

    /** Headers as the forge sends them, in pairs; the proof is the last. */
    private static List<String> headers(String forge, String id, byte[] body) {
        return switch (forge) {
            case "github" ->
                List.of(
                        "X-GitHub-Event",
                        "push",
                        "X-GitHub-Delivery",
                        id,
                        "X-Hub-Signature-256",
                        "sha256=" + hex(body));
            case "gitlab" -> List.of("X-Gitlab-Event", "Push Hook", "Idempotency-Key", id, "X-Gitlab-Token", SECRET);
            case "gitea" ->
                List.of(
                        "X-Gitea-Event",
                        "push",
                        "X-Gitea-Delivery",
                        id,
                        "X-GitHub-Event",
                        "push",
                        "X-GitHub-Delivery",
                        id,
                        "X-Hub-Signature-256",
                        "sha256=" + hex(body),
                        "X-Gitea-Signature",
                        hex(body));
            case "forgejo" ->
                List.of(
                        "X-Forgejo-Event",
                        "push",
                        "X-Forgejo-Delivery",
                        id,
                        "X-Gitea-Event",
                        "push",
                        "X-Gitea-Delivery",
                        id,
                        "X-Gitea-Signature",
                        hex(body),
                        "X-Hub-Signature-256",
                        "sha256=" + hex(body),
                        "X-Forgejo-Signature",
                        hex(body));
            case "bitbucket" ->
                List.of("X-Event-Key", "repo:push", "X-Request-UUID", id, "X-Hub-Signature", "sha256=" + hex(body));
            default -> List.of("webhook-id", id, "Authorization", "Bearer " + SECRET);
        };
    }

    private static List<String> signed(String id, Instant at, byte[] body) {
        String timestamp = String.valueOf(at.getEpochSecond());
        byte[] start = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        byte[] key = Base64.getDecoder().decode(KEY.substring("whsec_".length()));
        return List.of(
                "X-Gitlab-Event",
                "Push Hook",
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(hmac(key, whole)));
    }

    private int post(String forge, List<String> headers, byte[] body) {
        HttpResponse<String> answer = server.send(server.request("/-/hooks/" + forge)
                .headers(headers.toArray(String[]::new))
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.body()).doesNotContain(SECRET, KEY);
        return answer.statusCode();
    }

    private static List<String> with(List<String> headers, int index, String value) {
        List<String> changed = new ArrayList<>(headers);
        changed.set(index, value);
        return changed;
    }

    @TestFactory
    Stream<DynamicTest> eachForge() {
        return Stream.of("github", "gitlab", "gitea", "forgejo", "bitbucket", "generic")
                .map(forge -> DynamicTest.dynamicTest(forge, () -> checkForge(forge)));
    }

    private void checkForge(String forge) {
        byte[] body = payload(forge);
        List<String> good = headers(forge, "one", body);
        int last = good.size() - 1;
        assertThat(post(forge, good, body)).as("good").isEqualTo(202);
        assertThat(post(forge, good, body)).as("delivered again").isEqualTo(202);
        assertThat(post(forge, headers(forge, "two", body), body)).as("another").isEqualTo(202);
        List<String> third = headers(forge, "three", body);
        String proof = third.get(last);
        assertThat(post(forge, with(third, last, proof.substring(0, proof.length() - 1) + "!"), body))
                .as("wrong")
                .isEqualTo(401);
        assertThat(post(forge, third.subList(0, last - 1), body)).as("missing").isEqualTo(401);
        List<String> twice = new ArrayList<>(third);
        twice.addAll(third.subList(last - 1, last + 1));
        assertThat(post(forge, twice, body)).as("proof given twice").isEqualTo(401);
        assertThat(post(forge, third, new byte[(1 << 20) + 1])).as("oversized").isEqualTo(413);
        if (!forge.equals("gitlab") && !forge.equals("generic")) {
            assertThat(post(forge, third, "{}".getBytes(StandardCharsets.UTF_8)))
                    .as("another body")
                    .isEqualTo(401);
        }
        for (String other : List.of("github", "gitlab", "gitea", "forgejo", "bitbucket", "generic")) {
            if (!other.equals(forge)) {
                assertThat(post(other, third, body)).as("at " + other).isEqualTo(401);
            }
        }
        assertThat(post(forge, third, body))
                .as("nothing refused was counted as taken")
                .isEqualTo(202);
    }

    @Test
    void gitlabSignsWithAKeyAndATime() {
        server.restart("GARDEN_HOOKS_SECRET", KEY);
        byte[] body = payload("gitlab");
        Instant now = Instant.now();
        List<String> good = signed("one", now, body);
        int last = good.size() - 1;
        assertThat(post("gitlab", good, body)).as("good").isEqualTo(202);
        assertThat(post("gitlab", good, body)).as("delivered again").isEqualTo(202);
        assertThat(post(
                        "gitlab",
                        with(
                                signed("two", now, body),
                                last,
                                "v1,AAAA " + signed("two", now, body).get(last)),
                        body))
                .as("two keys for a while")
                .isEqualTo(202);
        assertThat(post("gitlab", signed("three", now.minusSeconds(301), body), body))
                .as("stale")
                .isEqualTo(401);
        assertThat(post("gitlab", signed("three", now.plusSeconds(360), body), body))
                .as("too new")
                .isEqualTo(401);
        assertThat(post("gitlab", with(signed("three", now, body), 3, "four"), body))
                .as("another id")
                .isEqualTo(401);
        assertThat(post("gitlab", with(signed("three", now, body), 5, "soon"), body))
                .as("no time")
                .isEqualTo(401);
        assertThat(post("gitlab", signed("three", now, body), new byte[0]))
                .as("another body")
                .isEqualTo(401);
        assertThat(post("gitlab", List.of("X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", KEY), body))
                .as("the key itself in place of a signature")
                .isEqualTo(401);
    }

    @Test
    void withoutASecretOrAnUpstreamThereIsNoDoor() {
        assertThat(post("gogs", List.of("X-GitHub-Event", "push"), new byte[0])).isEqualTo(404);
        assertThat(server.get("/-/hooks/github").statusCode()).isEqualTo(404);
        server.restart("GARDEN_HOOKS_SECRET", "");
        checkThereIsNoDoor();
        server.restart("GARDEN_MIRROR_URL", "none");
        checkThereIsNoDoor();
    }

    private void checkThereIsNoDoor() {
        byte[] body = payload("github");
        for (String forge : List.of("github", "gitlab", "gitea", "forgejo", "bitbucket", "generic", "gogs")) {
            assertThat(post(forge, headers("github", "one", body), body))
                    .as(forge)
                    .isEqualTo(404);
        }
        assertThat(server.knock()).isEqualTo(404);
    }

    @Test
    void oneThatIsDeliveredAgainFetchesAgain() {
        byte[] body = payload("github");
        List<String> headers = headers("github", "one", body);
        assertThat(post("github", headers, body)).isEqualTo(202);
        CommitId commit = theirs.write("quince.md", "Quince.").commit("two");
        assertThat(post("github", headers, body)).isEqualTo(202);
        server.untilServed(commit);
    }

    @Test
    void oneThatIsDeliveredForEverIsNot() {
        byte[] body = payload("github");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 12)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> post("github", headers("github", "one", body), body)))
                .toList();
        List<Integer> statuses =
                answers.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses.subList(0, 10)).containsOnly(202);
        assertThat(statuses.subList(10, 12)).containsOnly(409);
    }

    @Test
    void aPushThereIsFetchedBecauseOfTheDelivery() {
        byte[] body = payload("github");
        CommitId commit = theirs.write("quince.md", "Quince.").commit("two");
        assertThat(post("github", headers("github", "one", body), body)).isEqualTo(202);
        server.untilServed(commit);

        assertThat(server.get("/quince").body()).contains("Quince.");
    }
}
