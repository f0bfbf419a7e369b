package garden.graph;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Tag;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Computes one graph from the one before. Used once, by one thread. */
final class GraphBuilder {

    private final GraphParts before;
    private TreePMap<NotePath, Note> notes;
    private TreePSet<NotePath> attachments;
    private FormerPaths former;
    private Names allNames;
    private Names names;
    private UnlinkedFiles unlinked;
    private Index<NameKey, NotePath> tags;
    private Index<NameKey, SpelledTag> spellings;

    /** Keys under which something came or went: links that have one are resolved again. */
    private final Set<NameKey> dirty = new HashSet<>();

    private final SortedSet<NotePath> relink = new TreeSet<>();

    /** Notes that link to one that became listed, or is no longer. */
    private final SortedSet<NotePath> recount = new TreeSet<>();

    GraphBuilder(GraphParts before) {
        this.before = before;
        this.notes = before.notes();
        this.attachments = before.attachments();
        this.former = before.former();
        this.allNames = before.allNames();
        this.names = before.names();
        this.unlinked = before.unlinked();
        this.tags = before.tags();
        this.spellings = before.spellings();
    }

    GraphStep apply(GraphChange changes) {
        changes.removed().forEach(this::remove);
        changes.notes().values().forEach(this::put);
        changes.attachments().forEach(this::putAttachment);
        changes.former().forEach(this::putFormer);
        if (isAnyLinked()) {
            markListings(changes);
        }
        relink.addAll(recount);
        dirty.forEach(key -> relink.addAll(before.mentions().get(key)));
        Usage usage = Usage.of(notes, parts().wholeResolver(), relink);
        Set<NotePath> turned = turn(usage);
        turned.forEach(path ->
                everKeys(path).forEach(key -> relink.addAll(before.mentions().get(key))));
        return new LinksBuilder(before, parts(), changes, usage).apply(relink, recount);
    }

    /** Whether a note before had links that could be asked for by a key. */
    private boolean isAnyLinked() {
        return !before.mentions().sets().isEmpty();
    }

    /** Hides the attachments that no note uses any more, shows those that one uses now, and returns both. */
    private Set<NotePath> turn(Usage usage) {
        if (unlinked.mode() == Unlinked.SHOWN) {
            return Set.of();
        }
        Index<NotePath, NotePath> users = usage.users();
        Set<NotePath> concerned = new TreeSet<>(users.sets().keySet());
        relink.forEach(
                path -> concerned.addAll(Usage.attachments(before.outgoing().getOrDefault(path, NoteLinks.NONE))));
        Set<NotePath> turned = new TreeSet<>();
        for (NotePath path : concerned) {
            boolean isUsed = users.contains(path)
                    || before.incoming().get(new Target.File(path)).stream().anyMatch(note -> !relink.contains(note));
            if (attachments.contains(path) && isUsed == unlinked.contains(path)) {
                names = isUsed ? names.plus(path) : names.minus(path);
                unlinked = isUsed ? unlinked.minus(path) : unlinked.plus(path);
                turned.add(path);
            }
        }
        return turned;
    }

    /** Changes the names of all files and those that readers see. They stay one object as long as no attachment is hidden. */
    @SuppressWarnings("ReferenceEquality") // Equal maps that are two would be two ever after.
    private void rename(UnaryOperator<Names> change) {
        boolean isOne = names == allNames;
        allNames = change.apply(allNames);
        names = isOne ? allNames : change.apply(names);
    }

    private GraphParts parts() {
        return before.with(now -> now.notes(notes)
                .attachments(attachments)
                .former(former)
                .allNames(allNames)
                .names(names)
                .unlinked(unlinked)
                .tags(tags)
                .spellings(spellings));
    }

    private void remove(NotePath path) {
        if (attachments.contains(path)) {
            attachments = attachments.minus(path);
            if (unlinked.contains(path)) {
                allNames = allNames.minus(path);
                unlinked = unlinked.minus(path);
            } else {
                rename(known -> known.minus(path));
            }
            dirty.addAll(LinkKey.ofFile(path));
        }
        Note old = notes.get(path);
        if (old != null) {
            forget(old);
            notes = notes.minus(path);
            dirty.addAll(LinkKey.ofNote(old));
            relink.add(path);
        }
    }

    private void putAttachment(NotePath path) {
        if (attachments.contains(path)) {
            return;
        }
        attachments = attachments.plus(path);
        if (unlinked.mode() == Unlinked.HIDDEN) {
            allNames = allNames.plus(path);
            unlinked = unlinked.plus(path);
        } else {
            rename(known -> known.plus(path));
        }
        dirty.addAll(LinkKey.ofFile(path));
    }

    /**
     * Links written with the former path lead elsewhere now, and so may relative links in the renamed note, which are also read from its
     * former folders.
     */
    private void putFormer(NotePath path, RenamedOrDeleted now) {
        if (former.at(path).equals(now)) {
            return;
        }
        former.renamedTo(path).ifPresent(file -> relink.add(file));
        former = former.with(path, now);
        former.renamedTo(path).ifPresent(file -> relink.add(file));
        dirty.addAll(LinkKey.ofFile(path));
        for (Folder folder = path.folder(); !folder.isRoot(); folder = folder.parent()) {
            // A folder that holds notes is found before it is asked where it went.
            if (!Listings.contains(notes, folder)) {
                dirty.addAll(LinkKey.ofPath(folder.value()));
            }
        }
    }

    private void put(Note note) {
        Note old = notes.get(note.path());
        if (old != null) {
            forget(old);
        }
        notes = notes.plus(note.path(), note);
        rename(known -> known.plus(note));
        tagsOf(note).forEach((key, tag) -> {
            tags = tags.plus(key, note.path());
            spellings = spellings.plus(key, new SpelledTag(note.path(), tag));
        });
        relink.add(note.path());
        if (old != null || isAnyLinked()) {
            markNames(old, note);
        }
        markHeadings(old, note);
    }

    private void forget(Note old) {
        rename(known -> known.minus(old));
        tagsOf(old).forEach((key, tag) -> {
            tags = tags.minus(key, old.path());
            spellings = spellings.minus(key, new SpelledTag(old.path(), tag));
        });
    }

    private void markNames(@Nullable Note old, Note note) {
        Set<NameKey> now = LinkKey.ofNote(note);
        Set<NameKey> then = old == null ? Set.of() : LinkKey.ofNote(old);
        boolean isSame = old != null
                && old.title().equals(note.title())
                && old.frontMatter().aliases().equals(note.frontMatter().aliases());
        boolean isTurned = old != null
                && old.frontMatter().isUnlisted() != note.frontMatter().isUnlisted();
        if (isTurned) {
            recount.addAll(before.incoming().get(new Target.File(note.path())));
            dirty.addAll(everKeys(note.path()));
        }
        if (!isSame || isTurned) {
            dirty.addAll(now);
            dirty.addAll(then);
        }
    }

    /** The keys under which links may mean the file by its path, or by one that it had before. */
    private Set<NameKey> everKeys(NotePath path) {
        Set<NameKey> keys = new HashSet<>(LinkKey.ofFile(path));
        former.of(path).forEach(formerly -> keys.addAll(LinkKey.ofFile(formerly)));
        return keys;
    }

    /** Links to a heading or a block of the note are resolved again when its headings or blocks changed. */
    private void markHeadings(@Nullable Note old, Note note) {
        if (old != null && !outline(old).equals(outline(note))) {
            relink.addAll(before.incoming().get(new Target.File(note.path())));
        }
    }

    private static List<List<String>> outline(Note note) {
        return Stream.concat(
                        note.headings().stream().map(heading -> List.of(heading.text(), heading.anchor())),
                        note.blocks().stream().map(block -> List.of(block.id())))
                .toList();
    }

    /** A folder or tag that holds its first note, or has lost its last, is a target that came or went. */
    private void markListings(GraphChange changes) {
        Set<NotePath> touched = new HashSet<>(changes.notes().keySet());
        touched.addAll(changes.removed());
        for (NotePath path : touched) {
            for (Folder folder = path.folder(); !folder.isRoot(); folder = folder.parent()) {
                if (Listings.contains(before.notes(), folder) != Listings.contains(notes, folder)) {
                    dirty.addAll(LinkKey.ofPath(folder.value()));
                }
            }
            markTags(before.notes().get(path));
            markTags(notes.get(path));
        }
    }

    private void markTags(@Nullable Note note) {
        if (note == null) {
            return;
        }
        for (NameKey tag : tagsOf(note).keySet()) {
            if (before.tags().contains(tag) != tags.contains(tag)) {
                dirty.addAll(LinkKey.ofPath(Resolver.TAG_PREFIX + tag.value()));
            }
        }
    }

    /** The tags that a listed note is found by, those around its own included, as it spells each first. */
    private static Map<NameKey, Tag> tagsOf(Note note) {
        Map<NameKey, Tag> tags = new LinkedHashMap<>();
        if (!note.frontMatter().isUnlisted()) {
            note.tags().stream()
                    .flatMap(tag -> tag.lineage().stream())
                    .forEach(tag -> tags.putIfAbsent(tag.key(), tag));
        }
        return tags;
    }
}
