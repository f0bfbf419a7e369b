package garden.page.layout;

import garden.note.CommitId;
import garden.page.address.Site;
import garden.page.layout.Uncommitted.Beyond;
import garden.page.view.Layout.LayoutLinks;
import garden.snapshot.Garden;
import java.util.Optional;

/** What stands around the pages of every garden that a server shows. */
public record PageContext(Site site, LayoutLinks links, Uncommitted uncommitted) {

    /** What stands around the pages of one garden, for {@code viewer}. */
    public Layouts of(Garden garden, Viewer viewer) {
        return new Layouts(new Addresses(site, garden), links, uncommitted.at(garden.tip()), viewer.banner());
    }

    /** What {@code garden} shows, in words: {@code 3f2a91c with uncommitted changes}; empty when nothing was ever committed. */
    public Optional<String> standing(Garden garden, Digits digits) {
        if (garden.commit().equals(CommitId.NONE)) {
            return Optional.empty();
        }
        Optional<Beyond> beyond = uncommitted.at(garden.tip());
        return beyond.isPresent()
                ? beyond.get().head().map(head -> digits.of(head) + " with uncommitted changes")
                : Optional.of(digits.of(garden.commit()));
    }

    /** How much of a commit's id is told. */
    public enum Digits {
        ALL,
        SEVEN;

        private String of(CommitId commit) {
            return switch (this) {
                case ALL -> commit.hex();
                case SEVEN -> commit.abbreviated();
            };
        }
    }
}
