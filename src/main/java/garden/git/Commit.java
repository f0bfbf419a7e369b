package garden.git;

import garden.note.CommitId;
import java.time.Instant;

/**
 * What a commit says of itself; all of it is the word of whoever made it. Times are in the years 1970 to 9999.
 *
 * @param author the author's name; may be empty
 * @param authored when the change was written; seconds precision
 * @param committed when the commit was made, later than {@code authored} after a rebase; seconds precision
 * @param subject the first paragraph of the message as one line; may be empty
 */
public record Commit(CommitId id, String author, Instant authored, Instant committed, String subject) {}
