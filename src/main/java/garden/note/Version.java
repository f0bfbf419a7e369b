package garden.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file as one commit left it.
 *
 * @param written when the author wrote it; seconds precision
 * @param author plain text of one line, never a mail address; may be empty
 * @param subject what the commit says of itself, plain text of one line; empty when it is not told
 * @param path the file's name then
 * @param before what the commit replaced: one blob, several when it joined branches, none when it brought the file in
 * @param formerly the name that the commit took from the file; empty when it kept the name
 * @param isIgnored whether the commit is one of those that do not count as a change, such as a reformatting
 */
public record Version(
        CommitId commit,
        Instant written,
        String author,
        String subject,
        NotePath path,
        BlobId blob,
        List<BlobId> before,
        Optional<NotePath> formerly,
        boolean isIgnored) {

    public Version {
        before = List.copyOf(before);
    }
}
