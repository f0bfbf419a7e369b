package garden.bench;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** The least that the garden's web server could do: packed pages, looked up by path and written. */
final class BareJetty extends Handler.Abstract.NonBlocking {

    private final Map<String, byte[]> pages = new HashMap<>();

    private BareJetty(Path folder) throws Exception {
        try (var files = Files.newDirectoryStream(folder, "*.gz")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                pages.put("/" + name.substring(0, name.length() - ".gz".length()), Files.readAllBytes(file));
            }
        }
    }

    /** Serves the folder at the port. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server(Integer.parseInt(List.of(arguments).get(1)));
        server.setHandler(new BareJetty(Path.of(arguments[0])));
        server.start();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] page = pages.get(request.getHttpURI().getPath());
        if (page == null) {
            return false;
        }
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8")
                .put(HttpHeader.CONTENT_ENCODING, "gzip")
                .put(HttpHeader.CONTENT_LENGTH, page.length);
        response.write(true, ByteBuffer.wrap(page), callback);
        return true;
    }
}
