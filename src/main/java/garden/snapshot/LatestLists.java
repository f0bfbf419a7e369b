package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import java.util.Collection;

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

    /** These lists with a note or without it; {@code tags} are its tags and those around them. */
    LatestLists with(Membership membership, Recent note, Collection<NameKey> tags) {
        Folder own = note.note().thing().folder();
        RankedIndex<Folder, Recent> nextBelow = below;
        for (Folder folder = own; !folder.isRoot(); folder = folder.parent()) {
            nextBelow = nextBelow.with(membership, folder, note);
        }
        RankedIndex<NameKey, Recent> nextTagged = tagged;
        for (NameKey tag : tags) {
            nextTagged = nextTagged.with(membership, tag, note);
        }
        return new LatestLists(all.with(membership, note), in.with(membership, own, note), nextBelow, nextTagged);
    }

    /** Of the folder and the folders inside it. */
    RankedSet<Recent> below(Folder folder) {
        return folder.isRoot() ? all : below.get(folder);
    }
}
