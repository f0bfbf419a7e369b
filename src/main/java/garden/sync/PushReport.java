package garden.sync;

import garden.graph.LocatedProblem;
import garden.note.NotePath;
import garden.snapshot.ChangeReport;
import garden.snapshot.ChangeReport.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as it is told to whoever pushed: plain lines, at most {@link #MAX_LINES}.
 *
 * @param hint what is to be done about a problem
 * @param url the whole address of a note
 */
public record PushReport(
        ChangeReport report, Function<LocatedProblem, Optional<String>> hint, Function<NotePath, String> url) {

    /** What the lists below come to when each is full. */
    public static final int MAX_LINES = 19;

    private static final int MAX_RENAMES = 2;
    private static final int MAX_PROBLEMS = 4;
    private static final int MAX_MOVED = 2;
    private static final int MAX_NAMES = 3;
    private static final int MAX_ADDRESSES = 5;

    /** The report, most important first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(summary());
        addRenames(lines);
        addNames(lines, "now public", report.notes().revealed());
        addNames(lines, "now hidden", report.notes().hidden());
        addProblems(lines);
        addMoved(lines);
        if (report.fixed().count() > 0) {
            lines.add(count(report.fixed().count(), "problem") + " fixed");
        }
        addAddresses(lines);
        return lines;
    }

    private String summary() {
        String notes = report.notes().counts();
        List<String> kinds = new ArrayList<>();
        if (!notes.isEmpty()) {
            kinds.add("notes: " + notes);
        }
        if (report.attachments() > 0) {
            kinds.add(count(report.attachments(), "attachment") + " changed");
        }
        String what = kinds.isEmpty() ? "no note changed for readers" : String.join("; ", kinds);
        return what + "; published in " + report.timing().took().toMillis() + " ms";
    }

    private void addRenames(List<String> lines) {
        Map<NotePath, NotePath> renamed = report.notes().renamed();
        renamed.entrySet().stream()
                .limit(MAX_RENAMES)
                .forEach(rename -> lines.add("renamed " + rename.getValue() + " to " + rename.getKey()));
    }

    private static void addNames(List<String> lines, String what, Listed notes) {
        if (notes.count() > 0) {
            String names =
                    notes.paths().stream().limit(MAX_NAMES).map(NotePath::value).collect(Collectors.joining(", "));
            int more = notes.count() - Math.min(MAX_NAMES, notes.count());
            lines.add(what + ": " + names + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private void addProblems(List<String> lines) {
        lines.addAll(problems(report.problems().problems(), MAX_PROBLEMS, hint));
        addMore(lines, report.problems().count() - MAX_PROBLEMS, "problems");
    }

    /** The first {@code most} of some problems, a line each. */
    static List<String> problems(
            List<LocatedProblem> problems, int most, Function<LocatedProblem, Optional<String>> hint) {
        return problems.stream()
                .limit(most)
                .map(located ->
                        located + hint.apply(located).map(words -> "; " + words).orElse(""))
                .toList();
    }

    private void addAddresses(List<String> lines) {
        ChangeReport.Notes notes = report.notes();
        List<NotePath> living = Stream.of(
                        notes.changed().paths().stream(),
                        notes.unseen().paths().stream(),
                        notes.added().paths().stream(),
                        notes.renamed().keySet().stream(),
                        notes.revealed().paths().stream())
                .flatMap(paths -> paths)
                .toList();
        living.stream().limit(MAX_ADDRESSES).forEach(path -> lines.add("live at " + url.apply(path)));
    }

    private void addMoved(List<String> lines) {
        int number = report.moved().count();
        if (number > 0) {
            lines.add(count(number, "link") + (number == 1 ? " follows a rename" : " follow renames")
                    + " (./garden check --fix writes the new name):");
            problems(report.moved().problems(), MAX_MOVED, hint).forEach(line -> lines.add("  " + line));
        }
    }

    private static void addMore(List<String> lines, int more, String what) {
        if (more > 0) {
            lines.add("and " + more + " more " + what);
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
