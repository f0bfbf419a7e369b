package garden.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/** What turns one list into another: few and small edits, in order. */
final class Edits {

    /**
     * The algorithm (Myers 1986, in linear space) takes at most this many elements squared steps; beyond it everything between
     * the common beginning and the common end is one edit.
     */
    private static final int MAX_ELEMENTS = 6_000;

    private Edits() {}

    static List<Edit> between(List<String> before, List<String> after) {
        int start = commonStart(before, after);
        int end = commonEnd(before, after, start);
        List<String> changedBefore = before.subList(start, before.size() - end);
        List<String> changedAfter = after.subList(start, after.size() - end);
        Edit whole = new Edit(0, changedBefore.size(), 0, changedAfter.size());
        if (whole.isEmpty()) {
            return List.of();
        }
        boolean isOneSided = changedBefore.isEmpty() || changedAfter.isEmpty();
        List<Edit> edits = isOneSided || changedBefore.size() + changedAfter.size() > MAX_ELEMENTS
                ? List.of(whole)
                : joined(new MyersDiffWithLinearSpace<String>().computeDiff(changedBefore, changedAfter, null));
        return edits.stream().map(edit -> edit.shifted(start)).toList();
    }

    private static int commonStart(List<String> before, List<String> after) {
        int max = Math.min(before.size(), after.size());
        int start = 0;
        while (start < max && before.get(start).equals(after.get(start))) {
            start++;
        }
        return start;
    }

    private static int commonEnd(List<String> before, List<String> after, int start) {
        int max = Math.min(before.size(), after.size()) - start;
        int end = 0;
        while (end < max && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return end;
    }

    private static List<Edit> joined(List<Change> changes) {
        List<Edit> edits = new ArrayList<>();
        for (Change change : changes) {
            Edit edit = new Edit(change.startOriginal, change.endOriginal, change.startRevised, change.endRevised);
            if (!edits.isEmpty() && edits.getLast().touches(edit)) {
                edits.set(edits.size() - 1, edits.getLast().join(edit));
            } else {
                edits.add(edit);
            }
        }
        return edits;
    }
}
