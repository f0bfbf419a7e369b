package garden.web.answer;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Whether the response to a request has begun. From then on another status would come too late: a failure can only cut the
 * response off, so that nobody takes what was sent for the whole.
 */
public final class ResponseStart {

    private static final String ATTRIBUTE = "garden.begun";

    private ResponseStart() {}

    /** From now on it has. */
    public static void mark(Context context) {
        context.attribute(ATTRIBUTE, true);
    }

    /** Whether an answer has begun to go out. */
    public static boolean isSo(Context context) {
        return context.attribute(ATTRIBUTE) != null || context.res().isCommitted();
    }

    /** Closes the connection. */
    public static void cutOff(Context context, Throwable failure) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(failure);
    }
}
