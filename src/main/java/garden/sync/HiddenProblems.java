package garden.sync;

import garden.git.Change;
import garden.graph.LocatedProblem;
import garden.note.BlobId;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with the front matter of notes that readers do not see, which may be why they do not: for the author alone. Used by one
 * thread.
 */
final class HiddenProblems {

    /** A note that was put and is hidden, with what is wrong in it. */
    private record HiddenNote(Change.Put put, List<Problem> problems) {}

    private final List<HiddenNote> notes = new ArrayList<>();

    void add(Change.Put put, Note note) {
        notes.add(new HiddenNote(put, ofFrontMatter(note)));
    }

    /** All of them, in the order in which they were added. */
    List<LocatedProblem> all() {
        return notes.stream()
                .flatMap(hidden -> hidden.problems().stream().map(problem -> located(hidden, problem)))
                .toList();
    }

    /** Those that the same file did not have before; what it says may have moved to another line. */
    List<LocatedProblem> added(Sources sources) throws IOException {
        List<LocatedProblem> added = new ArrayList<>();
        for (HiddenNote hidden : notes) {
            Set<String> known = hidden.problems().isEmpty() ? Set.of() : messagesBefore(hidden.put(), sources);
            hidden.problems().stream()
                    .filter(problem -> !known.contains(problem.message()))
                    .forEach(problem -> added.add(located(hidden, problem)));
        }
        return added;
    }

    private static Set<String> messagesBefore(Change.Put put, Sources sources) throws IOException {
        Set<String> messages = new HashSet<>();
        if (put.before().isPresent()) {
            BlobId blob = put.before().get();
            Note before = sources.notes().at(put.path(), blob).note();
            ofFrontMatter(before).forEach(problem -> messages.add(problem.message()));
        }
        return messages;
    }

    private static LocatedProblem located(HiddenNote hidden, Problem problem) {
        NotePath path = hidden.put().path();
        return new LocatedProblem(path, problem);
    }

    private static List<Problem> ofFrontMatter(Note note) {
        return note.problems().stream()
                .filter(problem -> problem.kind() == Problem.Kind.BAD_FRONT_MATTER)
                .toList();
    }
}
