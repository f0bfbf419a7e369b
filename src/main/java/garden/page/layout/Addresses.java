package garden.page.layout;

import garden.graph.Resolution.Resolved;
import garden.graph.Target;
import garden.note.BlobId;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Tag;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.view.Layout.Anchor;
import garden.snapshot.Garden;
import garden.text.PercentCode;
import java.util.Optional;

/** The hrefs of what a garden holds: base path included, percent-encoded. */
public record Addresses(Site site, Garden garden) {

    private static final int VERSION_DIGITS = 12;

    /** The href of a note. */
    public String href(Note note) {
        return href(garden.slug(note.path()));
    }

    /** The href of a canonical address. */
    public String href(Slug slug) {
        return site.href(new Address.Content(slug));
    }

    /** The href of a heading of a note; of the note itself when {@code anchor} is empty. */
    public String href(Note note, String anchor) {
        return withFragment(href(note), anchor);
    }

    /** The href of what a link leads to. */
    public String href(Resolved to) {
        return withFragment(href(to.target()), to.anchor());
    }

    /** The href of a page, or of the current version of an attachment. */
    public String href(Target target) {
        return target instanceof Target.File(NotePath path) && !path.isNote()
                ? attachment(path)
                : href(garden.slug(target));
    }

    private String attachment(NotePath path) {
        Slug slug = garden.slug(path);
        Optional<BlobId> blob = garden.attachment(path);
        return site.href(blob.<Address>map(
                        id -> new Address.Version(slug, id.hex().substring(0, VERSION_DIGITS)))
                .orElse(new Address.Content(slug)));
    }

    /** A link to a note, saying its title. */
    public Anchor anchor(Note note) {
        return new Anchor(href(note), note.title());
    }

    /** A link to a tag's page, saying the tag as it is most plainly spelled. */
    public Anchor anchor(NameKey tag) {
        String name = garden.graph().tag(tag).map(Tag::name).orElse(tag.value());
        return new Anchor(href(garden.tagSlug(tag)), name);
    }

    /** The title of a note's page: a home page that does not say how it is called is called as the garden is. */
    public String title(Note note) {
        boolean isHome = garden.slug(note.path()).value().isEmpty();
        return isHome && note.frontMatter().title().isEmpty() ? site.title() : note.title();
    }

    private static String withFragment(String href, String anchor) {
        return anchor.isEmpty() ? href : href + "#" + PercentCode.encodePath(anchor);
    }
}
