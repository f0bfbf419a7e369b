package garden.sync;

import garden.graph.LinkGraph;
import garden.note.CommitId;
import garden.search.SearchIndex;
import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import garden.snapshot.LiveGarden;
import garden.snapshot.Snapshot;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index behind what is served. One that a failure left between two commits, or closed, is doubtful: it is never used
 * again, and one that is built beside it takes its place, while readers keep the view they have. Owned by the sync thread.
 */
final class ServedIndex {

    private static final Logger LOG = LoggerFactory.getLogger(ServedIndex.class);

    private final Sources sources;
    private final IndexStore store;
    private final LiveGarden live;
    private SearchIndex index;
    private boolean isDoubtful;

    ServedIndex(Sources sources, IndexStore store, IndexStore.Loaded loaded) {
        this.sources = sources;
        this.store = store;
        this.index = loaded.index();
        this.live = new LiveGarden(loaded.snapshot());
    }

    LiveGarden live() {
        return live;
    }

    /** Applies the update to the index and gives the garden. {@link #show} must follow: until then the index is ahead of what is served. */
    GardenStep apply(GardenUpdater update, CommitId commit) throws IOException {
        GardenStep step = isDoubtful ? beside(update, commit) : applied(update);
        isDoubtful = true;
        return step;
    }

    private GardenStep beside(GardenUpdater update, CommitId commit) throws IOException {
        GardenStep step = update.unindexed();
        rebuild(commit, step.garden().graph());
        return step;
    }

    private GardenStep applied(GardenUpdater update) throws IOException {
        try {
            return update.apply(index);
        } catch (Throwable e) {
            isDoubtful = update.hasTouchedIndex();
            throw e;
        }
    }

    /** Publishes the garden, and the index that was led to its commit. */
    void show(Garden garden) throws IOException {
        live.publish(new Snapshot(garden, index.view()));
        isDoubtful = false;
    }

    /** Puts the index on disk; a doubtful one is replaced by one that is there already. */
    void keep() throws IOException {
        if (isDoubtful) {
            rebuild(live.garden().tip(), live.garden().graph());
            show(live.garden());
        } else if (isWhole()) {
            save();
        }
    }

    /** What could not be read is tried again at the next start, which begins with the index as last saved. */
    private boolean isWhole() {
        return live.garden().unreadable().isEmpty();
    }

    private void save() throws IOException {
        isDoubtful = true;
        index.save();
        isDoubtful = false;
    }

    /** Whether the index has to be built anew before anything else is published. */
    boolean isDoubtful() {
        return isDoubtful;
    }

    private void rebuild(CommitId commit, LinkGraph graph) throws IOException {
        LOG.info("building the index of {} anew", commit.abbreviated());
        try (SearchIndex fresh = store.openBeside()) {
            if (!commit.equals(CommitId.NONE)) {
                new GardenUpdater(sources, live.garden().emptied(), commit).index(fresh, graph);
            }
            fresh.save();
        }
        discard();
        index = store.replace();
    }

    private void discard() {
        try {
            index.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("cannot close the index: {}", e.getMessage());
        }
    }

    /** Saves the index, unless it is doubtful, and closes it. */
    void close() throws IOException {
        try {
            if (!isDoubtful && isWhole()) {
                index.save();
            }
        } finally {
            discard();
        }
    }
}
