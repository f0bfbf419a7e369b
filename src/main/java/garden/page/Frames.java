package garden.page;

import garden.graph.Target;
import garden.note.CommitId;
import garden.note.Folder;
import garden.page.Frame.Anchor;
import garden.page.Frame.CommitLine;
import garden.page.Frame.FrameLinks;
import garden.snapshot.Garden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands around the content of the pages of one garden. */
record Frames(Addresses addresses, FrameLinks links) {

    /** What the pages tell machines. */
    Heads heads() {
        return new Heads(addresses, links);
    }

    /** Of a page that lives at an address and may be found by search engines. */
    Frame place(String title, String description, Address address, List<Anchor> trail) {
        return plain(new Frame(
                addresses.site(),
                title,
                description,
                Optional.of(addresses.site().url(address)),
                trail,
                true,
                Optional.of(address.print()),
                commit(),
                links));
    }

    /** Of a page that lives at an address but is no place to arrive at from elsewhere. */
    Frame unlisted(String title, Address address, List<Anchor> trail) {
        return plain(new Frame(
                addresses.site(),
                title,
                "",
                Optional.of(addresses.site().url(address)),
                trail,
                false,
                Optional.of(address.print()),
                commit(),
                links));
    }

    /** Of a page that has no address of its own. {@code live} is what it watches. */
    Frame passing(String title, Optional<String> live) {
        return plain(new Frame(
                addresses.site(), title, "", Optional.empty(), List.of(home()), false, live, commit(), links));
    }

    private Frame plain(Frame frame) {
        return frame.with(heads().plain(frame));
    }

    private CommitLine commit() {
        Garden garden = addresses.garden();
        boolean isEmpty = garden.commit().equals(CommitId.NONE);
        return new CommitLine(
                garden.commit().hex(), isEmpty ? "" : garden.commit().abbreviated(), garden.committed());
    }

    Anchor home() {
        return new Anchor(
                addresses.site().href(Address.Content.HOME), addresses.site().title());
    }

    /** From the home page down to and including {@code folder}. */
    List<Anchor> trail(Folder folder) {
        List<Anchor> trail = new ArrayList<>();
        for (Folder level = folder; !level.isRoot(); level = level.parent()) {
            trail.addFirst(new Anchor(addresses.href(new Target.FolderPage(level)), level.name()));
        }
        trail.addFirst(home());
        return trail;
    }
}
