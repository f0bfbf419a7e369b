package garden.git.history;

import garden.note.BlobId;
import garden.note.NotePath;
import java.util.Set;

/** Rules of a history in which everything may be seen. */
public final class OpenRules {

    /** No commit is ignored. */
    public static final HistoryRules OPEN = of(new Everything());

    private OpenRules() {}

    /** No commit is ignored, and {@code showing} decides what may be seen. */
    public static HistoryRules of(VersionVisibility showing) {
        return new HistoryRules(showing, Set.of(), HistoryRules.Messages.PUBLIC, HistoryRules.Authors.TOLD, 1 << 20);
    }

    private record Everything() implements VersionVisibility {

        @Override
        public boolean mayShow(NotePath path) {
            return true;
        }

        @Override
        public boolean isShown(NotePath path, BlobId blob, byte[] content) {
            return true;
        }

        @Override
        public String rules() {
            return "everything";
        }
    }
}
