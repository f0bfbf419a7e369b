package garden.web;

import com.fasterxml.jackson.databind.JsonNode;
import garden.config.Config;
import garden.git.GitRepo;
import garden.note.CommitId;
import garden.server.RunningGarden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A running mirror of a repository beside it, on a free port, that asks seldom unless it is told. */
public final class MirrorServer implements AutoCloseable {

    public static final String SECRET = "a-secret-for-tests-only";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Map<String, String> environment;
    private RunningGarden garden;

    private MirrorServer(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
        this.garden = start(environment);
    }

    /** A mirror of {@code upstream}; {@code settings} as variables of the environment. */
    public static MirrorServer of(String upstream, Path folder, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GARDEN_MIRROR_URL", upstream,
                "GARDEN_HOOKS_SECRET", SECRET,
                "GARDEN_MIRROR_POLL_INTERVAL", "1 h",
                "GARDEN_SOURCE_FOLDER", "",
                "GARDEN_SITE_URL", "https://garden.example.org",
                "GARDEN_SERVER_PORT", "0",
                "GARDEN_SERVER_METRICS", "true",
                "GARDEN_DATA_FOLDER", folder.resolve("data").toString()));
        environment.putAll(settings);
        return new MirrorServer(folder, environment);
    }

    private RunningGarden start(Map<String, String> with) {
        try {
            Files.createDirectories(folder);
            Path file = Files.writeString(folder.resolve("config.yml"), "site: {title: Test Garden}\n");
            return RunningGarden.start(Config.load(file, with, Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    RunningGarden garden() {
        return garden;
    }

    /** Stops and starts again with one variable set otherwise. */
    public void restart(String variable, String value) {
        garden.close();
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        garden = start(changed);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + garden.port() + path));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    JsonNode status() {
        return TestServer.parse(get("/-/api/status").body());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Tells the mirror of news as a script would. */
    public int knock() {
        return send(request("/-/hooks/generic")
                        .header("Authorization", "Bearer " + SECRET)
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    /** Returns when the commit is served. */
    public void untilServed(CommitId commit) {
        while (!get("/").headers().firstValue("X-Garden-Commit").orElse("").equals(commit.hex())) {
            Thread.onSpinWait();
        }
    }

    GitRepo.Output push(GitRepo from) {
        String url = "http://127.0.0.1:" + garden.port() + "/garden.git";
        return from.git("push", GitRepo.withToken(url, garden.firstToken().orElseThrow()), "HEAD:main");
    }

    @Override
    public void close() {
        garden.close();
        client.close();
    }
}
