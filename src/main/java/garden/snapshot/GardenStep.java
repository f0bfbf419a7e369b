package garden.snapshot;

import garden.graph.Target;
import garden.note.NotePath;
import garden.note.SoftBreaks;
import java.util.SortedSet;
import java.util.TreeSet;

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

    private void addPages(NotePath path, SortedSet<Target> pages) {
        pages.add(new Target.File(path));
        FolderNotes.shownOn(path).ifPresent(folder -> pages.add(new Target.FolderPage(folder)));
        Places.introducedBy(path, garden.addressRules()).ifPresent(tag -> pages.add(new Target.TagPage(tag)));
    }
}
