package garden.server;

import garden.note.BlobId;
import garden.note.CommitHistory;
import garden.note.CommitId;
import garden.page.history.Past;
import garden.page.note.UnreadableBlobException.Use;
import garden.sync.Sources;
import java.io.IOException;
import java.util.Optional;

/** The pages' door to the history. */
record RepositoryPast(Sources sources, UnreadableBlobs unreadable) implements Past {

    @Override
    public Optional<CommitHistory> at(CommitId commit) {
        return sources.history().at(commit).map(view -> view);
    }

    @Override
    public boolean isCutOff() throws IOException {
        return sources.repository().isShallow();
    }

    @Override
    public byte[] read(BlobId blob) throws IOException {
        return unreadable.read(blob, Use.NOTE, () -> sources.repository().bytes(blob, sources.maxNoteBytes()));
    }
}
