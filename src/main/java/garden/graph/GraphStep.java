package garden.graph;

import garden.note.NotePath;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A new graph, and what in it differs from the one before.
 *
 * @param relinked notes that did not change themselves, but some of whose links lead elsewhere now
 * @param retargeted what a changed, relinked or removed note linked to before or links to now: their backlinks may differ
 * @param turned attachments that readers see now and did not before, or the other way round; new and removed ones included
 * @param work what it has cost
 */
public record GraphStep(
        LinkGraph graph,
        SortedSet<NotePath> relinked,
        SortedSet<Target> retargeted,
        SortedSet<NotePath> turned,
        Work work) {

    /**
     * What a change has cost, counted.
     *
     * @param links links that were resolved
     * @param files files that were looked at for them where several have one name
     */
    public record Work(long links, long files) {

        Work plus(Work more) {
            return new Work(links + more.links, files + more.files);
        }
    }

    public GraphStep {
        relinked = new TreeSet<>(relinked);
        retargeted = new TreeSet<>(retargeted);
        turned = new TreeSet<>(turned);
    }
}
