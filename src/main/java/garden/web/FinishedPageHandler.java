package garden.web;

import garden.snapshot.Garden;
import garden.web.answer.AcceptedCoding;
import garden.web.answer.ContentTypes;
import garden.web.answer.FinishedPage;
import garden.web.wiring.Metrics;
import garden.web.wiring.Wiring;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers readers with pages that are finished, before anything else is done: a lookup and a write. Whoever says who they are, and whatever is
 * not kept, goes on to the routes.
 */
final class FinishedPageHandler extends Handler.Wrapper {

    private static final HttpField HTML =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, ContentTypes.HTML.replace(" ", ""));
    private static final HttpField PACKED = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
    private static final String COMMIT = "X-Garden-Commit";

    private final Wiring.Running running;
    private final Optional<Metrics> metrics;

    FinishedPageHandler(Wiring.Running running) {
        this.running = running;
        this.metrics = running.metrics();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Garden garden = running.live().garden();
        FinishedPage page =
                isReading(request) ? running.cache().lookup(request.getHttpURI().getPathQuery(), garden) : null;
        if (page == null) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(COMMIT, garden.commit().hex());
        write(page, request, response, callback);
        metrics.ifPresent(figures -> figures.answered(response.getStatus()));
        return true;
    }

    private static boolean isReading(Request request) {
        String method = request.getMethod();
        return (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method))
                && !request.getHeaders().contains(HttpHeader.AUTHORIZATION);
    }

    private static void write(FinishedPage page, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        page.kept().forEach(header -> headers.put(header.name(), header.value()));
        if (page.isKnown(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.write(true, null, callback);
            return;
        }
        response.setStatus(200);
        headers.put(HTML);
        boolean isPacked = AcceptedCoding.isGzip(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING));
        byte[] bytes = isPacked ? page.packed() : page.plain();
        if (isPacked) {
            headers.put(PACKED);
        }
        headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
