package garden.concurrent;

import java.time.Instant;

/**
 * Something that does not go well at the moment.
 *
 * @param since when it last went well, or was begun
 * @param tried the last attempt
 * @param reason of the last attempt, in words for everyone: of a bug no more than its kind, since its text may quote anything
 * @param failures in a row
 * @param nextTry when it is tried again; {@code tried} when it is not by itself
 */
public record Failing(Instant since, Instant tried, String reason, int failures, Instant nextTry) {

    /** The last attempt. */
    public Failure last() {
        return new Failure(tried, reason);
    }
}
