package garden.snapshot;

import garden.graph.LocatedProblem;
import garden.note.NotePath;
import garden.note.Problem;
import java.util.List;
import org.pcollections.TreePMap;

/**
 * Files and folders of the garden that the repository names and cannot give. They are missing; what is wrong is a problem.
 *
 * @param reasons by path
 */
public record UnreadableFiles(TreePMap<NotePath, String> reasons) {

    /** None. */
    public static final UnreadableFiles NONE = new UnreadableFiles(TreePMap.empty());

    /** These files, and {@code path}, which cannot be read for {@code reason}. */
    public UnreadableFiles plus(NotePath path, String reason) {
        return new UnreadableFiles(reasons.plus(path, reason));
    }

    /** These files without {@code path}, which was removed or has another content now. */
    public UnreadableFiles minus(NotePath path) {
        return new UnreadableFiles(reasons.minus(path));
    }

    /** Whether everything could be read. */
    public boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** A problem for each, by path. */
    List<LocatedProblem> problems() {
        return reasons.entrySet().stream()
                .map(file ->
                        new LocatedProblem(file.getKey(), new Problem(Problem.Kind.UNREADABLE, 1, file.getValue())))
                .toList();
    }
}
