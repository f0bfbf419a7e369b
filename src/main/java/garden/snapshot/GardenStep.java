package garden.snapshot;

import garden.graph.Target;
import garden.note.Folder;
import garden.note.NotePath;
import garden.note.SoftBreaks;
import garden.note.Tag;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A new garden, and the pages that differ from those of the one before.
 *
 * @param affected notes, folders and tags whose pages differ; pages that list the whole garden are not named, they always may
 */
public record GardenStep(Garden garden, SortedSet<Target> affected) {

    public GardenStep {
        affected = new TreeSet<>(affected);
    }

    /**
     * This step, to a garden that shows line ends so. When they were shown otherwise, every page that shows the text of a note is affected.
     */
    public GardenStep with(SoftBreaks softBreaks) {
        if (garden.softBreaks() == softBreaks) {
            return this;
        }
        SortedSet<Target> all = new TreeSet<>(affected);
        garden.graph().notes().keySet().forEach(path -> addPages(path, all));
        return new GardenStep(garden.with(softBreaks), all);
    }

    /** This step, to a garden with these redirects. A page for which another forced rule holds than before is affected: its readers may be sent elsewhere. */
    public GardenStep with(AuthorRedirects redirects) {
        SortedSet<Target> all = new TreeSet<>(affected);
        if (!garden.redirects().forced().equals(redirects.forced())) {
            all.addAll(
                    pages().filter(page -> isForcedOtherwise(page, redirects)).toList());
        }
        return new GardenStep(garden.with(redirects), all);
    }

    private boolean isForcedOtherwise(Target page, AuthorRedirects now) {
        String address = garden.slug(page).value();
        return !garden.redirects().findForced(address).equals(now.findForced(address));
    }

    private Stream<Target> pages() {
        Set<Target> folders = new HashSet<>();
        for (NotePath path : garden.graph().notes().keySet()) {
            for (Folder level = path.folder(); !level.isRoot(); level = level.parent()) {
                folders.add(new Target.FolderPage(level));
            }
        }
        return Stream.of(
                        garden.graph().notes().keySet().stream().map(Target.File::new),
                        folders.stream(),
                        garden.tags().stream().map(tag -> new Target.TagPage(new Tag(tag.value()))))
                .flatMap(some -> some);
    }

    private void addPages(NotePath path, SortedSet<Target> pages) {
        pages.add(new Target.File(path));
        FolderNotes.shownOn(path).ifPresent(folder -> pages.add(new Target.FolderPage(folder)));
        Places.introducedBy(path, garden.addressRules()).ifPresent(tag -> pages.add(new Target.TagPage(tag)));
    }
}
