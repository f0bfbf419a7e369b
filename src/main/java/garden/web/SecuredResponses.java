package garden.web;

import garden.web.answer.SecurityHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives {@link SecurityHeaders} to whatever leaves the server below it and has none, whoever wrote it: git's servlet forgets all headers
 * when it reports an error, and the container answers some requests by itself.
 */
final class SecuredResponses extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        addMissing(response.getHeaders());
        return super.handle(request, new Secured(request, response), callback);
    }

    private static void addMissing(HttpFields.Mutable headers) {
        SecurityHeaders.GIT.putOn((name, value) -> {
            if (!headers.contains(name)) {
                headers.put(name, value);
            }
        });
    }

    /** Looks once more before the first byte. */
    private static final class Secured extends Response.Wrapper {

        Secured(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (!isCommitted()) {
                addMissing(getHeaders());
            }
            super.write(last, content, callback);
        }
    }
}
