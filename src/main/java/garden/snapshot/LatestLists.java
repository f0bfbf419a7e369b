package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;

/**
 * Listed notes that have dates, from the latest change. Immutable.
 *
 * @param all of the garden
 * @param in directly in each folder
 * @param below in each folder and the folders inside it, but for the root, where that is {@code all}
 * @param tagged by tag, each also under the tags around its own
 */
record LatestLists(
        RankedSet<Recent> all,
        RankedIndex<Folder, Recent> in,
        RankedIndex<Folder, Recent> below,
        RankedIndex<NameKey, Recent> tagged) {

    static final LatestLists EMPTY =
            new LatestLists(RankedSet.empty(), RankedIndex.empty(), RankedIndex.empty(), RankedIndex.empty());

    /** Of the folder and the folders inside it. */
    RankedSet<Recent> below(Folder folder) {
        return folder.isRoot() ? all : below.get(folder);
    }
}
