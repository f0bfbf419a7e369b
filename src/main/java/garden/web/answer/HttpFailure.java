package garden.web.answer;

/** The request cannot be answered as asked. Mapped to an error page, or JSON, in one place. */
public final class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, with the status it has and the sentence readers see. */
    public enum Reason {
        NOT_FOUND(404, "There is no page at this address."),
        UNAUTHORIZED(401, "Sign in to see this: any user name, and a push token as password."),
        BAD_ADDRESS(400, "Malformed address: incomplete percent escape."),
        UNREADABLE(400, "Malformed request."),
        NO_LINK(400, "Missing parameter: expected link=[[name]] or link=name, of at most 2000 characters."),
        GONE(410, "This page was removed for good."),
        METHOD_NOT_ALLOWED(405, "Method not allowed: this address can only be read."),
        TOO_MANY_READERS(503, "Too many pages are waiting for changes; this one will not update by itself."),
        NO_HISTORY(503, "The history of this commit cannot be read now. Try again in a moment."),
        NO_REPORTS(503, "The log of pushes cannot be read now. Try again in a moment."),
        NO_NOTE(503, "The text of this note cannot be read now: the repository here lacks it, or holds it damaged."),
        NO_FILE(500, "This file cannot be read: the repository here lacks it, or holds it damaged."),
        BROKEN(500, "Internal error. The log of the server has the details under the number below.");

        private final int status;
        private final String text;

        Reason(int status, String text) {
            this.status = status;
            this.text = text;
        }

        /** The status of HTTP. */
        public int status() {
            return status;
        }

        /** What readers are told. */
        public String text() {
            return text;
        }
    }

    private final Reason reason;

    /** @param reason which holds status and text */
    public HttpFailure(Reason reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    /** Why there is no answer. */
    public Reason reason() {
        return reason;
    }
}
