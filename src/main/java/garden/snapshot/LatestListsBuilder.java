package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import java.util.Collection;

/** Computes one {@link LatestLists} from another. Used once, by one thread. */
final class LatestListsBuilder {

    private final RankedSetBuilder<Recent> all;
    private final RankedIndexBuilder<Folder, Recent> in;
    private final RankedIndexBuilder<Folder, Recent> below;
    private final RankedIndexBuilder<NameKey, Recent> tagged;

    LatestListsBuilder(LatestLists before) {
        this.all = new RankedSetBuilder<>(before.all());
        this.in = new RankedIndexBuilder<>(before.in());
        this.below = new RankedIndexBuilder<>(before.below());
        this.tagged = new RankedIndexBuilder<>(before.tagged());
    }

    /** Puts a note in or out; {@code tags} are its tags and those around them. */
    void put(Membership membership, Recent note, Collection<NameKey> tags) {
        Folder own = note.note().thing().folder();
        all.put(membership, note);
        in.put(membership, own, note);
        for (Folder folder = own; !folder.isRoot(); folder = folder.parent()) {
            below.put(membership, folder, note);
        }
        for (NameKey tag : tags) {
            tagged.put(membership, tag, note);
        }
    }

    LatestLists lists() {
        return new LatestLists(all.set(), in.index(), below.index(), tagged.index());
    }
}
