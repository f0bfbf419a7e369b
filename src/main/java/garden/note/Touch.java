package garden.note;

import java.time.Instant;
import java.util.List;

/**
 * A commit and the notes it wrote, as far as readers could see them then.
 *
 * @param written when its author wrote it; seconds precision
 * @param author plain text of one line, never a mail address; may be empty
 * @param subject what it says of itself, plain text of one line; empty when that is not told
 * @param notes by path, at least one
 */
public record Touch(CommitId commit, Instant written, String author, String subject, List<NotePath> notes) {

    public Touch {
        notes = List.copyOf(notes);
    }
}
