package garden.web;

import garden.web.answer.Answer;
import garden.web.answer.ContentTypes;
import garden.web.answer.SecurityHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The page of a request that the web server itself cannot read, such as an escape that means nothing. */
record RefusedRequests(RequestHandler pages) implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ContentTypes.HTML);
        SecurityHeaders.PAGE.putOn(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, Answer.Caching.NEVER.header());
        response.write(true, ByteBuffer.wrap(pages.refused(response.getStatus())), callback);
        return true;
    }
}
