package garden.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** {@code git http-backend} behind a small web server: a program for each request, as RFC 3875 (CGI) wants. */
record GitBackend(HttpServer server, String url) implements AutoCloseable {

    /** Serves one repository to whoever asks, and takes pushes; what it takes is forced to disk and kept as a pack, as Garden does. */
    static GitBackend start(Path repository) throws IOException, InterruptedException {
        for (String setting : new String[] {"core.fsync=all", "receive.unpackLimit=1", "http.receivepack=true"}) {
            String[] parts = setting.split("=");
            Commands.run("git", "-C", repository.toString(), "config", parts[0], parts[1]);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> answer(exchange, repository));
        server.start();
        return new GitBackend(server, "http://127.0.0.1:" + server.getAddress().getPort() + "/garden.git");
    }

    private static void answer(HttpExchange exchange, Path repository) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", repository.getParent().toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        String query = exchange.getRequestURI().getQuery();
        environment.put("QUERY_STRING", query == null ? "" : query);
        header(exchange, "Content-Type", "CONTENT_TYPE", environment);
        header(exchange, "Content-Length", "CONTENT_LENGTH", environment);
        header(exchange, "Content-Encoding", "HTTP_CONTENT_ENCODING", environment);
        header(exchange, "Git-Protocol", "GIT_PROTOCOL", environment);
        Process git = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = git.getOutputStream()) {
            exchange.getRequestBody().transferTo(in);
        }
        InputStream out = new BufferedInputStream(git.getInputStream());
        int status = 200;
        for (String line = line(out); !line.isEmpty(); line = line(out)) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("Status:")) {
                status = Integer.parseInt(value.substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(line.substring(0, line.indexOf(':')), value);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            out.transferTo(body);
        }
    }

    private static void header(HttpExchange exchange, String header, String variable, Map<String, String> environment) {
        String value = exchange.getRequestHeaders().getFirst(header);
        if (value != null) {
            environment.put(variable, value);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
