package garden.command;

import garden.config.Config;
import garden.git.NotesRepository;
import garden.git.history.History;
import garden.git.working.WorkingFolder;
import garden.markdown.Markdown;
import garden.note.CommitId;
import garden.server.CloseStack;
import garden.server.ConfigTranslation;
import garden.server.TemporaryFolder;
import garden.snapshot.Garden;
import garden.snapshot.VisibilityRules;
import garden.sync.ParsedNotes;
import garden.sync.Publication;
import garden.sync.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The garden that a folder holds right now, committed or not, without an index. For one thread; reads the folder once. */
final class FolderGarden implements AutoCloseable {

    private final CloseStack closeStack;
    private final WorkingFolder folder;
    private final Sources sources;
    private final Garden empty;

    private FolderGarden(Path root, Config config, CloseStack closeStack) throws IOException {
        this.closeStack = closeStack;
        Path temporary = closeStack.add(TemporaryFolder.create()).path();
        this.folder = closeStack.add(WorkingFolder.open(root, temporary.resolve("folder.git")));
        folder.refresh(Set.of());
        NotesRepository repository = closeStack.add(folder.notes());
        Markdown markdown = closeStack.add(ConfigTranslation.parser(config.content()));
        ParsedNotes notes = new ParsedNotes(repository, markdown);
        VisibilityRules rules = ConfigTranslation.visibility(config.content());
        History history = closeStack.add(History.open(
                repository, temporary.resolve("history.mv"), ConfigTranslation.history(config, notes), commits -> {}));
        this.sources = new Sources(repository, history, notes, ConfigTranslation.softBreaks(config.content()));
        this.empty = Garden.empty(rules, ConfigTranslation.addresses(config));
    }

    /**
     * Reads the folder {@code root}; links out of it are not followed, and what git ignores is left out.
     *
     * @throws IOException also when there is no such folder
     */
    static FolderGarden open(Path root, Config config) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("cannot check " + root + ": expected a folder of notes, found "
                    + (Files.exists(root) ? "a file" : "nothing"));
        }
        CloseStack closeStack = new CloseStack();
        try {
            return new FolderGarden(root, config, closeStack);
        } catch (IOException | RuntimeException e) {
            closeStack.close();
            throw e;
        }
    }

    /** As it is on disk. */
    Garden now() throws IOException {
        return step().now();
    }

    /** The step from nothing to what is on disk. */
    Publication step() throws IOException {
        return sources.step(tip(), empty);
    }

    /** As a commit has it, the last one for instance. */
    Garden at(CommitId commit) throws IOException {
        return sources.garden(commit, empty);
    }

    private CommitId tip() throws IOException {
        return sources.repository().tip().orElse(CommitId.NONE);
    }

    /**
     * The last commit.
     *
     * @throws IOException also when there is none
     */
    CommitId head() throws IOException {
        Optional<CommitId> head = folder.head();
        return head.orElseThrow(
                () -> new IOException("cannot make a branch: the folder is in no git repository with a commit"));
    }

    /** The edits for links of {@link #now} as a patch for {@code git apply}, made at the root of the repository. */
    String patch(LinkFix fix) throws IOException {
        return folder.patch(fix.texts());
    }

    /** Commits the edits for links of {@code base} on a new branch on top of it. */
    CommitId branch(String name, CommitId base, LinkFix fix) throws IOException {
        return folder.branch(name, base, fix.texts(), fix.message());
    }

    /** The edits that make links of {@code garden}, which is of this folder, direct. */
    LinkFix fix(Garden garden) throws IOException {
        return LinkFix.of(garden, sources);
    }

    @Override
    public void close() {
        closeStack.close();
    }
}
