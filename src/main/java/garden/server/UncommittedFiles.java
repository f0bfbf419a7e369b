package garden.server;

import garden.git.Draft;
import garden.git.working.WorkingFolder;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.page.layout.Uncommitted;
import java.util.Optional;

/** The pages' door to what is not committed in a working folder. Outside git no note is: none ever could be. */
record UncommittedFiles(WorkingFolder folder) implements Uncommitted {

    @Override
    public Optional<Beyond> at(CommitId commit) {
        return folder.draft(commit).map(draft -> new InDraft(draft, folder.isInGit()));
    }

    private record InDraft(Draft draft, boolean isInGit) implements Beyond {

        @Override
        public Optional<CommitId> head() {
            return draft.head();
        }

        @Override
        public boolean holds(NotePath path) {
            return isInGit && draft.written().containsKey(path);
        }
    }
}
