package garden.snapshot;

import garden.graph.GraphChange;
import garden.graph.GraphStep;
import garden.graph.LinkGraph;
import garden.graph.Resolution;
import garden.graph.Target;
import garden.note.BlobId;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.note.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/** Computes one garden from the one before. Used once, by one thread. */
final class GardenBuilder {

    private final GardenParts before;
    private TreePMap<NotePath, BlobId> attachments;
    private TreePMap<NotePath, Dates> dates;
    private AddressBook addresses;
    private FirstPaths firstPaths;

    /** Addresses that files came to or left. */
    private final Set<Slug> touched = new TreeSet<>();

    /** Tags of which a note changed. */
    private final Set<NameKey> touchedTags = new HashSet<>();

    private final SortedSet<Target> affected = new TreeSet<>();

    /** Notes that changed, or whose links look or lead elsewhere. */
    private final SortedSet<NotePath> bodies = new TreeSet<>();

    GardenBuilder(GardenParts before) {
        this.before = before;
        this.attachments = before.attachments();
        this.dates = before.dates();
        this.addresses = before.addresses();
        this.firstPaths = before.firstPaths();
    }

    GardenStep apply(GardenChange change) {
        GraphStep graph = before.graph()
                .with(new GraphChange(change.notes(), newAttachments(change), change.removed(), change.former()));
        change.removed().forEach(this::remove);
        change.attachments().forEach(this::putAttachment);
        graph.turned().forEach(path -> turn(path, graph.graph()));
        change.notes().values().forEach(this::putNote);
        change.dates().forEach((path, newDates) -> putDates(path, newDates, graph.graph()));
        change.firstPaths().forEach((path, first) -> putFirstPath(path, first, graph.graph()));
        change.former().keySet().forEach(path -> putFormer(path, graph.graph()));
        bodies.addAll(graph.relinked());
        affected.addAll(graph.retargeted());
        if (!isFirst()) {
            touched.forEach(slug -> markOwner(slug, graph.graph()));
            markTags(new TagNames(graph.graph(), addresses));
            markFolders(graph.graph());
        }
        markShown(graph.graph());
        GardenParts parts = before.with(now -> now.tip(change.commit())
                .tipCommitted(change.committed())
                .readerCommit(new ReaderCommit(change.commit(), change.committed()))
                .graph(graph.graph())
                .attachments(attachments)
                .dates(dates)
                .lists(lists(change, graph))
                .addresses(addresses)
                .firstPaths(firstPaths));
        return new GardenStep(new Garden(parts), affected);
    }

    /** Whether every note is new, and so marked with all its pages. */
    private boolean isFirst() {
        return before.graph().notes().isEmpty();
    }

    private GardenLists lists(GardenChange change, GraphStep graph) {
        SortedSet<NotePath> changed = new TreeSet<>(graph.relinked());
        changed.addAll(change.notes().keySet());
        changed.addAll(change.removed());
        changed.addAll(change.dates().keySet());
        unlisted(change, graph.graph()).forEach(path -> {
            changed.addAll(before.graph().sources(new Target.File(path)));
            changed.addAll(graph.graph().sources(new Target.File(path)));
        });
        return new ListsBuilder(before.lists())
                .apply(
                        new ListsBuilder.State(before.graph(), before.dates()),
                        new ListsBuilder.State(graph.graph(), dates),
                        changed);
    }

    /** Notes that became listed or unlisted: links of other notes to them are shown or left out accordingly. */
    private List<NotePath> unlisted(GardenChange change, LinkGraph graph) {
        return Stream.concat(change.notes().keySet().stream(), change.removed().stream())
                .filter(path -> isUnlisted(before.graph(), path) != isUnlisted(graph, path))
                .toList();
    }

    private static boolean isUnlisted(LinkGraph graph, NotePath path) {
        return graph.note(path).filter(note -> note.frontMatter().isUnlisted()).isPresent();
    }

    private SortedSet<NotePath> newAttachments(GardenChange change) {
        SortedSet<NotePath> paths = new TreeSet<>(change.attachments().keySet());
        paths.removeAll(before.attachments().keySet());
        return paths;
    }

    private void remove(NotePath path) {
        if (attachments.containsKey(path)) {
            attachments = attachments.minus(path);
            markSources(path);
        }
        Note old = before.graph().notes().get(path);
        if (old != null) {
            leaveAddress(path);
            addresses = addresses.minusAliases(old);
            dates = dates.minus(path);
            firstPaths = firstPaths.minus(path);
            bodies.add(path);
            markPages(old);
            markSources(path);
        }
    }

    private void putAttachment(NotePath path, BlobId blob) {
        attachments = attachments.plus(path, blob);
        markSources(path);
    }

    /**
     * Gives an attachment its address when it becomes visible, and takes it when it is hidden, so that it does not occupy the address of
     * another file.
     */
    private void turn(NotePath path, LinkGraph graph) {
        if (graph.holds(path)) {
            takeAddress(path);
        } else {
            leaveAddress(path);
        }
    }

    private void putNote(Note note) {
        Note old = before.graph().notes().get(note.path());
        if (old == null) {
            takeAddress(note.path());
        } else {
            addresses = addresses.minusAliases(old);
            markPages(old);
        }
        addresses = addresses.plusAliases(note);
        bodies.add(note.path());
        markPages(note);
        if (old != null && !old.title().equals(note.title())) {
            markSources(note.path());
        }
    }

    /** Dates come after the notes: a note may be new, and a note that stays as it is may have a new date. */
    private void putDates(NotePath path, Dates newDates, LinkGraph graph) {
        Note note = graph.notes().get(path);
        if (note == null || Objects.equals(dates.get(path), newDates)) {
            return;
        }
        dates = dates.plus(path, newDates);
        if (!isFirst()) {
            markPages(note);
        }
    }

    private void putFirstPath(NotePath path, NotePath first, LinkGraph graph) {
        if (graph.notes().containsKey(path)) {
            firstPaths = firstPaths.plus(path, first);
        }
    }

    private void putFormer(NotePath path, LinkGraph graph) {
        addresses = graph.renamedOrDeleted(path) instanceof RenamedOrDeleted.Unknown
                ? addresses.minusFormer(path)
                : addresses.plusFormer(path);
    }

    private void takeAddress(NotePath path) {
        addresses = addresses.plus(path);
        touched.add(addresses.rules().slug(path));
    }

    private void leaveAddress(NotePath path) {
        addresses = addresses.minus(path);
        touched.add(addresses.rules().slug(path));
    }

    /** When several files share an address and it belongs to another of them now, the addresses of all of them have changed. */
    private void markOwner(Slug slug, LinkGraph graph) {
        if (before.addresses().file(slug).equals(addresses.file(slug))) {
            return;
        }
        for (NotePath path :
                addresses.files().get(slug).plusAll(before.addresses().files().get(slug))) {
            graph.note(path).ifPresent(this::markPages);
            graph.allLinks(path).forEach(link -> markTarget(link.resolution()));
            bodies.addAll(graph.sources(new Target.File(path)));
            markSources(path);
        }
    }

    /** Its list of backlinks says where they stand. */
    private void markTarget(Resolution resolution) {
        if (resolution instanceof Resolution.Resolved to) {
            affected.add(to.target());
        }
    }

    /**
     * Where a tag is called otherwise or found elsewhere, all that shows it or links to its page differs; where it has a page now or no longer, the
     * notes at its addresses.
     */
    private void markTags(TagNames now) {
        TagNames then = new TagNames(before.graph(), before.addresses());
        Set<NameKey> others = new HashSet<>();
        for (NameKey tag : touchedTags) {
            if (now.isOther(tag, then)) {
                others.add(tag);
                bodies.addAll(now.graph().sources(new Target.TagPage(new Tag(tag.value()))));
            }
            if (now.hasPage(tag) != then.hasPage(tag)) {
                now.introductions(tag).forEach(path -> affected.add(new Target.File(path)));
            }
        }
        for (NotePath path : now.showing(others)) {
            now.graph().note(path).ifPresent(this::markPages);
            bodies.add(path);
        }
    }

    /** Of folders that share an address one is shown there: where a folder comes, the one that was. */
    private void markFolders(LinkGraph graph) {
        Garden then = new Garden(before);
        for (Target target : List.copyOf(affected)) {
            if (target instanceof Target.FolderPage(Folder folder)
                    && graph.hasFolder(folder)
                    && !before.graph().hasFolder(folder)
                    && then.find(addresses.rules().slug(folder).value())
                            instanceof Place.FolderPlace(Folder shown, var index)) {
                affected.add(new Target.FolderPage(shown));
            }
        }
    }

    private void markSources(NotePath path) {
        bodies.addAll(before.graph().sources(new Target.File(path)));
    }

    /** Marks the pages of notes whose rendered text changed, and of notes that embed them, to the depth that embeds are shown. */
    private void markShown(LinkGraph graph) {
        SortedSet<NotePath> level = bodies;
        Set<NotePath> marked = new HashSet<>();
        for (int depth = 0; depth <= Link.MAX_EMBED_DEPTH && !level.isEmpty(); depth++) {
            SortedSet<NotePath> next = new TreeSet<>();
            for (NotePath path : level) {
                if (marked.add(path)) {
                    affected.add(new Target.File(path));
                    FolderNotes.shownOn(path).ifPresent(folder -> affected.add(new Target.FolderPage(folder)));
                    next.addAll(graph.embedders(path));
                }
            }
            level = next;
        }
    }

    /** The note's own page, and those of the folders and tags that list it. */
    private void markPages(Note note) {
        affected.add(new Target.File(note.path()));
        Folder folder = note.path().folder();
        affected.add(new Target.FolderPage(folder));
        while (!folder.isRoot()) {
            folder = folder.parent();
            affected.add(new Target.FolderPage(folder));
        }
        Places.introducedBy(note.path(), addresses.rules()).ifPresent(this::markTag);
        for (Tag tag : note.tags()) {
            tag.lineage().forEach(this::markTag);
        }
    }

    private void markTag(Tag tag) {
        affected.add(new Target.TagPage(new Tag(tag.key().value())));
        touchedTags.add(tag.key());
    }
}
