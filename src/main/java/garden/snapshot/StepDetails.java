package garden.snapshot;

import garden.graph.LocatedProblem;
import garden.note.NotePath;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a step did to files that cannot be read off the two gardens: renames, which git knows, and who sees a file now, which the rules of
 * visibility say.
 *
 * @param revealed notes that readers see now, which were there before and hidden
 * @param hidden notes that readers saw, which are still there and hidden now
 * @param renamed the old path by the new one, of notes and attachments
 * @param unseen notes in which only what readers do not see changed: remarks, comments, scripts
 * @param attachments number of attachments that are new, changed or gone
 * @param hiddenProblems what is wrong with the front matter of notes that readers do not see, by path: for the author alone
 * @param remarks other lines for the author, such as patterns that fit no file
 */
public record StepDetails(
        SortedSet<NotePath> revealed,
        SortedSet<NotePath> hidden,
        SortedMap<NotePath, NotePath> renamed,
        SortedSet<NotePath> unseen,
        int attachments,
        List<LocatedProblem> hiddenProblems,
        List<String> remarks) {

    /** The details of a step that changed nothing. */
    public static final StepDetails NONE = new StepDetails(new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), 0);

    public StepDetails {
        revealed = new TreeSet<>(revealed);
        hidden = new TreeSet<>(hidden);
        renamed = new TreeMap<>(renamed);
        unseen = new TreeSet<>(unseen);
        hiddenProblems = List.copyOf(hiddenProblems);
        remarks = List.copyOf(remarks);
    }

    /** Details without remarks, of a step whose changes readers all see. */
    public StepDetails(
            SortedSet<NotePath> revealed,
            SortedSet<NotePath> hidden,
            SortedMap<NotePath, NotePath> renamed,
            int attachments) {
        this(revealed, hidden, renamed, new TreeSet<>(), attachments, List.of(), List.of());
    }

    /** All that only the author is told, a line each: remarks, then problems of hidden notes. */
    public List<String> toAuthor() {
        return Stream.concat(remarks.stream(), hiddenProblems.stream().map(LocatedProblem::toString))
                .toList();
    }
}
