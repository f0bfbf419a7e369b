package garden.web;

import garden.snapshot.Garden;
import garden.web.answer.ContentTypes;
import garden.web.answer.FinishedPage;
import garden.web.answer.SecurityHeaders;
import garden.web.wiring.Metrics;
import garden.web.wiring.Wiring;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.jspecify.annotations.Nullable;

/**
 * Answers readers with pages that are finished, before anything else is done: a lookup and a write, in the thread that read the request, since
 * neither waits. Whoever says who they are, and whatever is not kept, goes on to the routes in a thread of its own.
 */
final class FinishedPageHandler extends Handler.Wrapper {

    private static final HttpField HTML =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, ContentTypes.HTML.replace(" ", ""));
    private static final HttpField PACKED = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    /** What every page of a kind says, encoded once. */
    private static final Map<SecurityHeaders, List<HttpField>> KINDS = kinds();

    private final Wiring.Running running;
    private final Optional<Metrics> metrics;

    FinishedPageHandler(Wiring.Running running) {
        this.running = running;
        this.metrics = running.metrics();
    }

    private static Map<SecurityHeaders, List<HttpField>> kinds() {
        Map<SecurityHeaders, List<HttpField>> kinds = new EnumMap<>(SecurityHeaders.class);
        for (SecurityHeaders kind : SecurityHeaders.values()) {
            List<HttpField> fields = new ArrayList<>();
            FinishedPage.putOn(kind, (name, value) -> fields.add(new PreEncodedHttpField(name, value)));
            kinds.put(kind, fields);
        }
        return kinds;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Garden garden = running.live().garden();
        FinishedPage page =
                isReading(request) ? running.cache().lookup(request.getHttpURI().getPathQuery(), garden) : null;
        if (page == null) {
            threads().execute(() -> goOn(request, response, callback));
            return true;
        }
        response.getHeaders().add(AnswerWriter.COMMIT, garden.commit().hex());
        write(page, request, response, callback);
        metrics.ifPresent(figures -> figures.answered(response.getStatus()));
        return true;
    }

    private Executor threads() {
        Executor pool = getServer().getThreadPool();
        @Nullable Executor virtual = VirtualThreads.getVirtualThreadsExecutor(pool);
        return virtual == null ? pool : virtual;
    }

    private void goOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static boolean isReading(Request request) {
        String method = request.getMethod();
        return (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method))
                && !request.getHeaders().contains(HttpHeader.AUTHORIZATION);
    }

    private static void write(FinishedPage page, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        KINDS.getOrDefault(page.security(), List.of()).forEach(headers::add);
        headers.add(HttpHeader.ETAG, page.tag());
        if (page.isKnown(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.write(true, null, callback);
            return;
        }
        response.setStatus(200);
        headers.add(HTML);
        boolean isPacked = AcceptedCoding.isGzip(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING));
        byte[] bytes = isPacked ? page.packed() : page.plain();
        if (isPacked) {
            headers.add(PACKED);
        }
        headers.add(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
