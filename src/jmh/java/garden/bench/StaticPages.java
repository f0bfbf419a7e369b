package garden.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The pages of a garden as files, for servers that do nothing but send them: {@code 0.html}, {@code 0.html.gz} and so on. */
record StaticPages(Path folder, int count) {

    /** Asks the garden for its pages. */
    static StaticPages of(URI garden, List<String> paths, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Connection connection = new Connection(garden)) {
            for (int i = 0; i < paths.size(); i++) {
                byte[] packed = connection
                        .get(paths.get(i), "Accept-Encoding: gzip\r\n")
                        .body();
                Files.write(folder.resolve(i + ".html.gz"), packed);
                Files.write(
                        folder.resolve(i + ".html"),
                        new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
            }
        }
        return new StaticPages(folder, paths.size());
    }

    List<String> paths() {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> "/" + i + ".html")
                .toList();
    }

    /** A server of these pages; {@code base} once it listens. */
    record Server(Process process, URI base) implements AutoCloseable {

        ProcessFigures figures() {
            return new ProcessFigures(process.toHandle());
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /** nginx with {@code gzip_static}, as it is set up for speed. */
    Server nginx() throws IOException, InterruptedException {
        int port = freePort();
        Path config = Files.writeString(folder.resolve("nginx.conf"), """
            daemon off;
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              gzip_static on;
              sendfile on;
              tcp_nopush on;
              open_file_cache max=1000;
              keepalive_requests 100000000;
              default_type "text/html; charset=utf-8";
              client_body_temp_path %1$s/t; proxy_temp_path %1$s/t; fastcgi_temp_path %1$s/t; uwsgi_temp_path %1$s/t; scgi_temp_path %1$s/t;
              server { listen 127.0.0.1:%2$d; root %1$s; }
            }
            """.formatted(folder, port));
        Process process = new ProcessBuilder("nginx", "-c", config.toString(), "-e", folder + "/nginx.log")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Server(process, listening(process, port));
    }

    /** A Jetty with one handler that looks bytes up and writes them. */
    Server jetty() throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareJetty.class.getName(),
                        folder.toString(),
                        port + "")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Server(process, listening(process, port));
    }

    private static URI listening(Process process, int port) throws IOException, InterruptedException {
        URI base = URI.create("http://127.0.0.1:" + port);
        while (process.isAlive()) {
            try {
                new Connection(base).close();
                return base;
            } catch (java.net.ConnectException e) {
                Thread.sleep(20);
            }
        }
        throw new IOException("the server ended with status " + process.exitValue());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
