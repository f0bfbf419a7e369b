package garden.note;

import java.time.Instant;

/** When a file was first committed, under this or an earlier name, and when last; seconds precision. */
public record Dates(Instant created, Instant modified) {

    /** The dates over both: the earlier creation, the later change. */
    public Dates merge(Dates other) {
        return new Dates(
                created.isBefore(other.created) ? created : other.created,
                modified.isAfter(other.modified) ? modified : other.modified);
    }
}
