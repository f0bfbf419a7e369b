package garden.page.layout;

import garden.graph.Target;
import garden.note.Folder;
import garden.note.Note;
import garden.page.address.Address;
import garden.page.layout.Uncommitted.Beyond;
import garden.page.view.Banner;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.Layout.LayoutLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the content of the pages of one garden.
 *
 * @param beyond what the garden shows beyond a commit
 * @param banner what operators are told
 */
public record Layouts(Addresses addresses, LayoutLinks links, Optional<Beyond> beyond, Optional<Banner> banner) {

    /** What the pages tell machines. */
    public MetadataSource heads() {
        return new MetadataSource(addresses, links);
    }

    /** Of a page that lives at an address and may be found by search engines. */
    public Layout place(String title, String description, Address address, List<Anchor> breadcrumb) {
        return plain(new Layout(
                addresses.site(),
                title,
                description,
                Optional.of(addresses.site().url(address)),
                breadcrumb,
                true,
                Optional.of(address.print()),
                beyond.isEmpty(),
                links));
    }

    /** Of a page that lives at an address but is no place to arrive at from elsewhere. */
    public Layout unlisted(String title, Address address, List<Anchor> breadcrumb) {
        return plain(new Layout(
                addresses.site(),
                title,
                "",
                Optional.of(addresses.site().url(address)),
                breadcrumb,
                false,
                Optional.of(address.print()),
                beyond.isEmpty(),
                links));
    }

    /** Of a page that has no address of its own. {@code live} is what it watches. */
    public Layout passing(String title, Optional<String> live) {
        return plain(new Layout(
                addresses.site(), title, "", Optional.empty(), List.of(home()), false, live, beyond.isEmpty(), links));
    }

    private Layout plain(Layout layout) {
        return layout.withHead(heads().plain(layout)).withBanner(banner);
    }

    /** Whether the author has not committed the note as it is shown. */
    public boolean isUncommitted(Note note) {
        return beyond.filter(found -> found.holds(note.path())).isPresent();
    }

    /** The link to the first page. */
    public Anchor home() {
        return new Anchor(
                addresses.site().href(Address.Content.HOME), addresses.site().title());
    }

    /** From the home page down to and including {@code folder}. */
    public List<Anchor> breadcrumb(Folder folder) {
        List<Anchor> breadcrumb = new ArrayList<>();
        for (Folder level = folder; !level.isRoot(); level = level.parent()) {
            breadcrumb.addFirst(new Anchor(addresses.href(new Target.FolderPage(level)), level.name()));
        }
        breadcrumb.addFirst(home());
        return breadcrumb;
    }
}
