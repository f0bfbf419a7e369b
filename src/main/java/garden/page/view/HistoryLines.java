package garden.page.view;

import garden.page.view.Layout.Anchor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The lines that history pages are made of. Hrefs are complete; text is plain. */
public final class HistoryLines {

    private HistoryLines() {}

    /**
     * A version in a list.
     *
     * @param href the note as it was then; of the present version the note's own page
     * @param changesHref what the commit changed
     * @param author empty when it is not told
     * @param subject empty when it is not told
     * @param inserted number of words that came in
     * @param formerly the name that the commit took from the note; empty when it kept it
     * @param isNew whether the note began with this version, as far as readers may see
     */
    public record VersionLine(
            String href,
            String changesHref,
            Instant written,
            String author,
            String subject,
            int inserted,
            int deleted,
            String formerly,
            boolean isNew,
            boolean isIgnored,
            String abbreviated) {}

    /** A commit and the notes it wrote that are still there; {@code more} counts those left out. */
    public record CommitLine(
            Instant written, String author, String subject, String abbreviated, List<Anchor> notes, int more) {

        public CommitLine {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Lines that one version brought in.
     *
     * @param version empty when it is older than what was looked at
     */
    public record Passage(Optional<VersionLine> version, String text) {}

    /** Where a past version leads: the note today, and the list of its versions. */
    public record Around(String noteHref, String historyHref) {}
}
