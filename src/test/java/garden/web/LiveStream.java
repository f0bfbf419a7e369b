package garden.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A page that listens for changes. Each read waits until something comes. */
final class LiveStream implements AutoCloseable {

    /** What stands for the end of the stream. */
    static final String END = "end";

    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private LiveStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** Listens for what changes the page at {@code path}, percent-encoded. */
    static LiveStream of(TestServer server, String path) {
        return of(server.send(
                server.request("/-/live?at=" + path.replace("%", "%25")), HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** Reads an answer that is a stream of events. */
    static LiveStream of(HttpResponse<InputStream> answer) {
        return new LiveStream(answer);
    }

    HttpResponse<InputStream> answer() {
        return answer;
    }

    /** The next event: {@code hello 3f2a…}, {@code changed 3f2a…}, {@code beat}, or {@link #END}. */
    String next() {
        try {
            String line = lines.readLine();
            while (line != null && line.isEmpty()) {
                line = lines.readLine();
            }
            if (line == null) {
                return END;
            }
            return line.startsWith(":") ? "beat" : event(line, lines.readLine());
        } catch (IOException e) {
            return END;
        }
    }

    private static String event(String name, String data) {
        return name.substring("event: ".length()) + " "
                + TestServer.parse(data.substring("data: ".length()))
                        .path("commit")
                        .asText();
    }

    /** The next event that is no heartbeat. */
    String nextEvent() {
        String event = next();
        while (event.equals("beat")) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
