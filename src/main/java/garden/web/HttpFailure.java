package garden.web;

/** The request cannot be answered as asked. Mapped to an error page, or JSON, in one place. */
final class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, with the status it has and the sentence readers see. */
    enum Reason {
        NOT_FOUND(404, "There is nothing at this address."),
        UNAUTHORIZED(401, "This is for those who may push: any user name, and a token as password."),
        BAD_ADDRESS(400, "This is not an address: a percent sign in it is not followed by what it should be."),
        UNREADABLE(400, "The request cannot be read."),
        NO_LINK(400, "There is no link: expected link=[[name]] or link=name, of at most 2000 characters."),
        GONE(410, "What was at this address is gone for good."),
        METHOD_NOT_ALLOWED(405, "This address can only be read."),
        TOO_MANY_READERS(503, "Too many pages are waiting for changes; this one will not update by itself."),
        NO_HISTORY(503, "The history of this commit is not at hand. Try again in a moment."),
        NO_REPORTS(503, "The log of pushes cannot be read just now. Try again in a moment."),
        NO_NOTE(503, "The text of this note cannot be read now: the repository here lacks it, or holds it damaged."),
        NO_FILE(500, "This file cannot be read: the repository here lacks it, or holds it damaged."),
        BROKEN(500, "Something went wrong here. The number below finds it in the log.");

        private final int status;
        private final String text;

        Reason(int status, String text) {
            this.status = status;
            this.text = text;
        }

        int status() {
            return status;
        }

        String text() {
            return text;
        }
    }

    private final Reason reason;

    HttpFailure(Reason reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
