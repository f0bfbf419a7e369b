package garden.snapshot;

import garden.graph.LinkGraph;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Tag;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.TreePSet;

/** How tags are called, and where their pages are: as they are first spelled, and where the note is that introduces them. */
record TagNames(LinkGraph graph, AddressBook addresses) {

    /** The tag as it is first spelled by a listed note; its key when it is by none. */
    String name(NameKey tag) {
        return graph.tag(tag).map(Tag::name).orElse(tag.value());
    }

    /** The address of its page. */
    Slug slug(NameKey tag) {
        return addresses
                .folded(Places.TAGS + tag)
                .orElseGet(() -> addresses.rules().slug(Places.TAGS + name(tag)));
    }

    /** Whether others show it otherwise than before. */
    boolean isOther(NameKey tag, TagNames before) {
        return !name(tag).equals(before.name(tag)) || !slug(tag).equals(before.slug(tag));
    }

    /** The note that is at the address of the tag's page, and on that page only when there is one. */
    Optional<NotePath> introduction(NameKey tag) {
        return addresses.file(slug(tag));
    }

    /** Whether a listed note has it, so that it has a page. */
    boolean hasPage(NameKey tag) {
        TreePSet<NotePath> tagged = graph.tags().get(tag);
        return tagged != null && !tagged.isEmpty();
    }

    /** Every note that shows the tag. Cost: these, and all notes where some are unlisted, since no list has those. */
    SortedSet<NotePath> showing(NameKey tag) {
        TreePSet<NotePath> tagged = graph.tags().get(tag);
        SortedSet<NotePath> showing = new TreeSet<>(tagged == null ? TreePSet.<NotePath>empty() : tagged);
        if (graph.listedCount() < graph.notes().size()) {
            graph.notes().values().stream()
                    .filter(note -> note.frontMatter().isUnlisted() && shows(note, tag))
                    .forEach(note -> showing.add(note.path()));
        }
        return showing;
    }

    private static boolean shows(Note note, NameKey tag) {
        return note.tags().stream()
                .flatMap(own -> own.lineage().stream())
                .anyMatch(level -> level.key().equals(tag));
    }
}
