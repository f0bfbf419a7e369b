package garden.sync;

import garden.git.Change;
import garden.git.UnreadableObjectException;
import garden.note.ParsedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Parses the notes of one step in batches, each on all processors, so that the words of a large garden are never all in memory. Tells the log
 * how far it is. For one thread.
 */
final class NoteBatches {

    private static final int SIZE = 500;

    private final ParsedNotes notes;
    private final Progress progress = new Progress();

    NoteBatches(ParsedNotes notes) {
        this.notes = notes;
    }

    /** A file that was put, and the note in it; or why there is none. */
    record Parsed(Change.Put put, Optional<ParsedNote> note, String unreadable) {}

    /** Receives a batch, in the order of the files. */
    @FunctionalInterface
    interface Receiver {

        /** Takes it; the next is parsed afterwards. */
        void take(List<Parsed> batch) throws IOException;
    }

    /**
     * Parses the notes in these files.
     *
     * @throws IOException when the repository cannot be read, or {@code receiver} fails; a file that cannot be read is no such failure
     */
    void parse(List<Change.Put> puts, Receiver receiver) throws IOException {
        for (int start = 0; start < puts.size(); start += SIZE) {
            List<Change.Put> batch = puts.subList(start, Math.min(start + SIZE, puts.size()));
            receiver.take(parsed(batch));
            progress.report("parsed", start + batch.size(), puts.size());
        }
    }

    private List<Parsed> parsed(List<Change.Put> batch) throws IOException {
        try {
            return batch.parallelStream().map(this::parsed).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Parsed parsed(Change.Put put) {
        try {
            return new Parsed(put, Optional.of(notes.at(put.path(), put.blob())), "");
        } catch (UnreadableObjectException e) {
            return new Parsed(put, Optional.empty(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
