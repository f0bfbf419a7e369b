package garden.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import garden.config.Config;
import garden.config.ConfigException;
import garden.git.GitRepo;
import garden.note.CommitId;
import garden.server.RunningGarden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A running garden on a free port, the work tree that is pushed to it, and a client that follows no redirect. Everything is
 * the real thing, in a folder of its own.
 */
public final class TestServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Config config;
    private final GitRepo notes;
    private final String token;
    private RunningGarden garden;

    private TestServer(Path folder, Map<String, String> settings) {
        try {
            Files.createDirectories(folder);
            Path file = Files.writeString(folder.resolve("config.yml"), "site: {title: Test Garden}\n");
            Map<String, String> all = new HashMap<>(Map.of(
                    "server.port", "0",
                    "source.seed", "none",
                    "source.folder", "",
                    "data.folder", folder.resolve("data").toString()));
            all.putAll(settings);
            config = Config.load(file, Map.of(), all);
            garden = RunningGarden.start(config);
            token = garden.firstToken().orElseThrow();
            notes = GitRepo.in(folder.resolve("notes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    /** A server with an empty repository; {@code settings} by key, such as {@code live.maxClients}. */
    public static TestServer empty(Path folder, Map<String, String> settings) {
        return new TestServer(folder, settings);
    }

    /** A server to which {@code notes} have been pushed; each begins with a line {@code --- path}. */
    public static TestServer with(Path folder, String notes) {
        return with(folder, Map.of(), notes);
    }

    /** As {@link #with(Path, String)}, with settings by key. */
    public static TestServer with(Path folder, Map<String, String> settings, String notes) {
        TestServer server = new TestServer(folder, settings);
        server.push(notes);
        return server;
    }

    /** Writes notes, each begun by a line {@code --- path}, commits and pushes them. */
    public CommitId push(String files) {
        return write(files).push();
    }

    /** Writes notes, each begun by a line {@code --- path}, to the work tree. */
    public TestServer write(String files) {
        for (String file : ("\n" + files).split("\n--- ", -1)) {
            int end = file.indexOf('\n');
            if (!file.isBlank()) {
                notes.write(end < 0 ? file : file.substring(0, end), end < 0 ? "" : file.substring(end + 1));
            }
        }
        return this;
    }

    /** Commits what is in the work tree and pushes it. */
    public CommitId push() {
        CommitId commit = notes.commit("change");
        tryPush().orFail();
        return commit;
    }

    /** Pushes what is committed; {@code options} of git push come first. */
    public GitRepo.Output tryPush(String... options) {
        String[] command = new String[options.length + 3];
        command[0] = "push";
        System.arraycopy(options, 0, command, 1, options.length);
        command[options.length + 1] = gitUrl();
        command[options.length + 2] = "HEAD:main";
        return notes.git(command);
    }

    /** The address of the repository, token included. */
    public String gitUrl() {
        return GitRepo.withToken(base() + "/garden.git", token);
    }

    /** The work tree. */
    public GitRepo notes() {
        return notes;
    }

    /** The server itself. */
    public RunningGarden garden() {
        return garden;
    }

    /** Stops the server and starts it again with the same data, at another port. */
    public void restart() throws IOException {
        garden.close();
        garden = RunningGarden.start(config);
    }

    /** Scheme, host and port that are listened on, whatever {@code site.url} says. */
    public String origin() {
        return "http://127.0.0.1:" + garden.port();
    }

    /** {@link #origin} and the base path, without a trailing slash. */
    public String base() {
        return origin() + config.url(garden.port()).basePath();
    }

    /** A request for a path below the base path, percent-encoded, with leading {@code /}. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    /** The answer to GET; headers in pairs. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The answer to a request, as text. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The answer to a request. */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The status of GET. */
    public int status(String path) {
        return get(path).statusCode();
    }

    /** The answer to GET of a whole path, base path included. */
    public HttpResponse<String> getAtRoot(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin() + path)));
    }

    /** The page at a path, whatever its status. */
    public Document page(String path) {
        return Jsoup.parse(get(path).body(), base() + path);
    }

    /** The JSON at a path. */
    public JsonNode json(String path) {
        return parse(get(path).body());
    }

    /** Reads JSON. */
    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("expected JSON, found: " + json, e);
        }
    }

    /** The whole answer, headers included, to a request for this target as it stands, which a proper client would not send. */
    public String rawAnswer(String target) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), garden.port())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of {@link #rawAnswer}. */
    public int rawStatus(String target) {
        return Integer.parseInt(rawAnswer(target).split(" ", 3)[1]);
    }

    @Override
    public void close() {
        garden.close();
        client.close();
    }
}
