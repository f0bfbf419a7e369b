package garden.server;

import garden.git.history.HistoryView;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Contributor;
import garden.note.NotePath;
import garden.note.Touch;
import garden.note.Version;
import garden.page.history.Past;
import garden.page.note.UnreadableBlobException.Use;
import garden.sync.Sources;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The pages' door to the history. */
record RepositoryPast(Sources sources, UnreadableBlobs unreadable) implements Past {

    @Override
    public Optional<At> at(CommitId commit) {
        return sources.history().at(commit).map(View::new);
    }

    @Override
    public boolean isCutOff() throws IOException {
        return sources.repository().isShallow();
    }

    @Override
    public byte[] read(BlobId blob) throws IOException {
        return unreadable.read(blob, Use.NOTE, () -> sources.repository().bytes(blob, sources.maxNoteBytes()));
    }

    private record View(HistoryView view) implements At {

        @Override
        public int versionCount(NotePath path) {
            return view.versionCount(path);
        }

        @Override
        public int changeCount(NotePath path) {
            return view.changeCount(path);
        }

        @Override
        public List<Version> versions(NotePath path, int offset, int limit) {
            return view.versions(path, offset, limit);
        }

        @Override
        public Optional<Version> version(NotePath path, CommitId commit) {
            return view.version(path, commit);
        }

        @Override
        public List<NotePath> formerPaths(NotePath path) {
            return view.formerPaths(path);
        }

        @Override
        public List<Contributor> authors(NotePath path, int max) {
            return view.authors(path, max);
        }

        @Override
        public List<Touch> touches(int offset, int limit) {
            return view.touches(offset, limit);
        }

        @Override
        public Optional<Touch> touch(CommitId commit) {
            return view.touch(commit);
        }

        @Override
        public int touchCount() {
            return view.touchCount();
        }
    }
}
