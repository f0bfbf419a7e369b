package garden.server;

import garden.config.Config;
import garden.config.Config.ProblemClass;
import garden.git.NotesRepository;
import garden.git.WindowsNames;
import garden.git.push.BranchMove;
import garden.git.push.PushPolicy;
import garden.graph.LocatedProblem;
import garden.note.Problem;
import garden.snapshot.ChangeReport;
import garden.sync.Rehearsal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Refuses a push that would bring new problems of the classes that {@code push.refuse} names. */
record PushRefusals(NotesRepository repository, Rehearsal rehearsal, Config.Push config) implements PushPolicy {

    /** What whoever pushes says to be let through: {@code git push -o garden.force}. */
    static final String FORCE = "garden.force";

    private static final int MAX_NAMED = 12;

    @Override
    public List<String> objections(BranchMove move) throws IOException {
        boolean isForced = config.allowForce() && move.options().contains(FORCE);
        if (config.refuse().isEmpty() || isForced) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>(reasons(problems(move)));
        if (config.refuse().contains(ProblemClass.WINDOWS_NAMES)) {
            reasons.addAll(windowsNames(move));
        }
        if (!reasons.isEmpty() && config.allowForce()) {
            reasons.add("to push all the same: git push -o " + FORCE);
        }
        return reasons;
    }

    private List<LocatedProblem> problems(BranchMove move) throws IOException {
        Rehearsal.Outcome outcome = rehearsal.of(move.after());
        ChangeReport report = outcome.report();
        return Stream.of(report.problems().problems(), report.moved().problems(), outcome.hidden())
                .flatMap(List::stream)
                .filter(located -> problemClass(located.problem().kind())
                        .filter(config.refuse()::contains)
                        .isPresent())
                .toList();
    }

    private static List<String> reasons(List<LocatedProblem> refused) {
        if (refused.isEmpty()) {
            return List.of();
        }
        Set<String> classes = new TreeSet<>();
        refused.forEach(located ->
                problemClass(located.problem().kind()).map(PushRefusals::word).ifPresent(classes::add));
        return named(
                "this garden takes no new " + String.join(", ", classes),
                refused.stream().map(LocatedProblem::toString).toList());
    }

    private List<String> windowsNames(BranchMove move) throws IOException {
        List<String> names = repository.newPaths(move.before(), move.after()).stream()
                .filter(path -> !WindowsNames.isHeld(path))
                .toList();
        return names.isEmpty() ? List.of() : named("this garden takes no new names that Windows cannot hold", names);
    }

    private static List<String> named(String what, List<String> all) {
        List<String> reasons = new ArrayList<>(List.of(what));
        all.stream().limit(MAX_NAMED).forEach(reasons::add);
        if (all.size() > MAX_NAMED) {
            reasons.add("and " + (all.size() - MAX_NAMED) + " more");
        }
        return reasons;
    }

    private static String word(ProblemClass problems) {
        return problems.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Empty for what is no fault of the note. */
    private static Optional<ProblemClass> problemClass(Problem.Kind kind) {
        return switch (kind) {
            case BROKEN_LINK -> Optional.of(ProblemClass.BROKEN_LINKS);
            case AMBIGUOUS_LINK -> Optional.of(ProblemClass.AMBIGUOUS_LINKS);
            case MISSING_HEADING -> Optional.of(ProblemClass.MISSING_HEADINGS);
            case MISSING_BLOCK -> Optional.of(ProblemClass.MISSING_BLOCKS);
            case REPEATED_BLOCK -> Optional.of(ProblemClass.REPEATED_BLOCKS);
            case UNDRAWN -> Optional.of(ProblemClass.UNDRAWN);
            case MOVED_LINK -> Optional.of(ProblemClass.MOVED_LINKS);
            case BAD_FRONT_MATTER -> Optional.of(ProblemClass.BAD_FRONT_MATTER);
            case NOT_TEXT -> Optional.of(ProblemClass.NOT_TEXT);
            case OVER_BUDGET, LONG_TAG -> Optional.of(ProblemClass.OVER_BUDGET);
            case UNREADABLE -> Optional.of(ProblemClass.NOT_TEXT);
            case PENDING -> Optional.empty();
            case SHARED_ADDRESS -> Optional.of(ProblemClass.SHARED_ADDRESSES);
            case BAD_REDIRECT -> Optional.of(ProblemClass.BAD_REDIRECTS);
        };
    }
}
