package garden.web;

import garden.config.Config;
import garden.config.ConfigException;
import garden.server.RunningGarden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A preview of a real folder on a free port, and a client. */
final class PreviewServer implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningGarden garden;

    private PreviewServer(RunningGarden garden) {
        this.garden = garden;
    }

    /** Shows {@code notes}; a configuration that says otherwise in every way lies in {@code folder}. */
    static PreviewServer of(Path folder, Path notes) {
        return of(folder, notes, Map.of());
    }

    static PreviewServer of(Path folder, Path notes, Map<String, String> settings) {
        try {
            Path file = Files.writeString(folder.resolve("config.yml"), "site: {title: Test Garden}\n");
            Map<String, String> all = new HashMap<>(Map.of("server.port", "0", "server.host", "0.0.0.0"));
            all.putAll(settings);
            return new PreviewServer(RunningGarden.preview(Config.load(file, Map.of(), all), notes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    RunningGarden garden() {
        return garden;
    }

    <T> HttpResponse<T> send(String path, BodyHandler<T> handler) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + garden.port() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    int status(String path) {
        return send(path, BodyHandlers.discarding()).statusCode();
    }

    Document page(String path) {
        return Jsoup.parse(send(path, BodyHandlers.ofString()).body());
    }

    /** What a page of the whole garden is told from now on. */
    LiveStream live() {
        return live("/");
    }

    /** What the page at {@code path} is told from now on; the greeting has come. */
    LiveStream live(String path) {
        LiveStream stream = LiveStream.of(send("/-/live?at=" + path, BodyHandlers.ofInputStream()));
        stream.nextEvent();
        return stream;
    }

    @Override
    public void close() {
        garden.close();
        client.close();
    }
}
