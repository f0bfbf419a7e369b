package garden.snapshot;

import garden.graph.LinkGraph;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Tag;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How tags are called, and where their pages are: as they are first spelled, and where the note is that introduces them. */
record TagNames(LinkGraph graph, AddressBook addresses) {

    /** The tag as it is first spelled by a listed note; its key when it is by none. */
    String name(NameKey tag) {
        return graph.tag(tag).map(Tag::name).orElse(tag.value());
    }

    /** The address of its page. */
    Slug slug(NameKey tag) {
        return slugs(tag).stream().findFirst().orElseGet(() -> addresses.rules().slug(Places.TAGS + name(tag)));
    }

    /** Whether others show it otherwise than before. */
    boolean isOther(NameKey tag, TagNames before) {
        return !name(tag).equals(before.name(tag)) || !slug(tag).equals(before.slug(tag));
    }

    /** The addresses of files at which its page may be, in order. A folder called {@code Tags} is none of tags. */
    private List<Slug> slugs(NameKey tag) {
        return addresses.folds(Places.TAGS + tag).stream()
                .filter(slug -> slug.value().startsWith(Places.TAGS))
                .toList();
    }

    /** The files at addresses that are those of the tag's page, or lead to it, when there is one. */
    List<NotePath> introductions(NameKey tag) {
        return slugs(tag).stream()
                .flatMap(slug -> addresses.file(slug).stream())
                .toList();
    }

    /** Whether a listed note has it, so that it has a page. */
    boolean hasPage(NameKey tag) {
        return !graph.tagged(tag).isEmpty();
    }

    /** Every note that shows one of the tags. Cost: these, and once all notes where some are unlisted, since no list has those. */
    SortedSet<NotePath> showing(Collection<NameKey> tags) {
        SortedSet<NotePath> showing = new TreeSet<>();
        tags.forEach(tag -> showing.addAll(graph.tagged(tag)));
        if (!tags.isEmpty() && graph.listedCount() < graph.notes().size()) {
            graph.notes().values().stream()
                    .filter(note -> note.frontMatter().isUnlisted() && shows(note, tags))
                    .forEach(note -> showing.add(note.path()));
        }
        return showing;
    }

    private static boolean shows(Note note, Collection<NameKey> tags) {
        return note.tags().stream()
                .flatMap(own -> own.lineage().stream())
                .anyMatch(level -> tags.contains(level.key()));
    }
}
