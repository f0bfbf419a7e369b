package garden.sync;

import garden.graph.LocatedProblem;
import garden.graph.Target;
import garden.note.Note;
import garden.note.NotePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a push did to the garden, as its readers see it.
 *
 * @param added notes that readers did not see before, by path
 * @param changed notes whose text is another, by path
 * @param removed notes that readers see no longer, by path
 * @param problems problems that the garden did not have before, by kind, path, line
 * @param healed number of problems that it no longer has
 */
public record PushReport(
        List<NotePath> added,
        List<NotePath> changed,
        List<NotePath> removed,
        List<LocatedProblem> problems,
        int healed,
        Duration took) {

    private static final int MAX_PROBLEMS = 8;
    private static final int MAX_ADDRESSES = 5;

    public PushReport {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        problems = List.copyOf(problems);
    }

    /** The report of one published step. Cost: the pages it affected. */
    public static PushReport of(Published published) {
        List<NotePath> added = new ArrayList<>();
        List<NotePath> changed = new ArrayList<>();
        List<NotePath> removed = new ArrayList<>();
        List<LocatedProblem> problems = new ArrayList<>();
        int healed = 0;
        for (Target target : published.affected()) {
            if (!(target instanceof Target.File(NotePath path))) {
                continue;
            }
            Optional<Note> before = published.before().note(path);
            Optional<Note> now = published.now().note(path);
            if (before.isEmpty() && now.isPresent()) {
                added.add(path);
            } else if (before.isPresent() && now.isEmpty()) {
                removed.add(path);
            } else if (!before.map(Note::blob).equals(now.map(Note::blob))) {
                changed.add(path);
            }
            List<LocatedProblem> then = published.before().graph().problems(path);
            List<LocatedProblem> today = published.now().graph().problems(path);
            problems.addAll(without(today, then));
            healed += without(then, today).size();
        }
        List<LocatedProblem> sharedBefore = published.before().addressProblems();
        List<LocatedProblem> sharedNow = published.now().addressProblems();
        problems.addAll(without(sharedNow, sharedBefore));
        healed += without(sharedBefore, sharedNow).size();
        problems.sort(null);
        return new PushReport(added, changed, removed, problems, healed, published.took());
    }

    /** Problems are the same when they say the same of the same note, on whichever line. */
    private static List<LocatedProblem> without(List<LocatedProblem> problems, List<LocatedProblem> others) {
        Set<String> known = new HashSet<>();
        others.forEach(other -> known.add(other.problem().message()));
        return problems.stream()
                .filter(located -> !known.contains(located.problem().message()))
                .toList();
    }

    /**
     * The report in at most 16 lines.
     *
     * @param url the whole address of a note
     * @param nearest the name most like a missing one
     */
    public List<String> lines(Function<NotePath, String> url, Function<LocatedProblem, Optional<String>> nearest) {
        List<String> lines = new ArrayList<>();
        lines.add(summary());
        problems.stream()
                .limit(MAX_PROBLEMS)
                .forEach(located -> lines.add(located
                        + nearest.apply(located)
                                .map(name -> "; did you mean [[" + name + "]]?")
                                .orElse("")));
        if (problems.size() > MAX_PROBLEMS) {
            lines.add((problems.size() - MAX_PROBLEMS) + " more problems");
        }
        if (healed > 0) {
            lines.add(count(healed, "problem") + " healed");
        }
        List<NotePath> living = new ArrayList<>(changed);
        living.addAll(added);
        living.stream().limit(MAX_ADDRESSES).forEach(path -> lines.add("live at " + url.apply(path)));
        if (living.size() > MAX_ADDRESSES) {
            lines.add("and " + count(living.size() - MAX_ADDRESSES, "more note"));
        }
        return lines;
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        addPart(parts, changed.size(), "changed");
        addPart(parts, added.size(), "added");
        addPart(parts, removed.size(), "removed");
        String what = parts.isEmpty() ? "no note changed for readers" : "notes: " + String.join(", ", parts);
        return what + "; published in " + took.toMillis() + " ms";
    }

    private static void addPart(List<String> parts, int count, String verb) {
        if (count > 0) {
            parts.add(count + " " + verb);
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
