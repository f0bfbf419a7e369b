package garden.web;

import java.net.BindException;

/** The address to listen on cannot be had. */
public final class PortInUseException extends Exception {

    private static final long serialVersionUID = 1;

    PortInUseException(String host, int port, Throwable cause) {
        super(
                "cannot listen on " + host + ":" + port + ": the port is in use or not ours to use; choose another with --port",
                cause);
    }

    /** Whether somewhere below {@code failure} is the system's refusal to bind. */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean isJavalins = cause.getClass().getSimpleName().equals("JavalinBindException");
            if (cause instanceof BindException || isJavalins) {
                return true;
            }
        }
        return false;
    }
}
