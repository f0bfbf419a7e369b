package garden.snapshot;

import garden.graph.LocatedProblem;
import garden.graph.Target;
import garden.note.CommitId;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What led from one garden to the next, as its readers see it. Every list is in order of paths and holds at most
 * {@link #MAX_LISTED}; the counts are of all.
 *
 * @param before {@link CommitId#NONE} when it was the first commit
 * @param attachments number of attachments that are new, changed or gone
 * @param problems that the garden did not have before, by kind, path, line; but for those of {@code moved}
 * @param moved links that lead to their target by its old name from now on, by path, line
 * @param fixed problems that it no longer has, though their note is still there, by kind, path, line
 */
public record ChangeReport(
        CommitId before,
        CommitId commit,
        Timing timing,
        Notes notes,
        int attachments,
        Findings problems,
        Findings moved,
        Findings fixed) {

    /** How many notes or problems of a kind a report names. */
    public static final int MAX_LISTED = 1_000;

    /** When readers saw it, and how long that took from the request. */
    public record Timing(Instant published, Duration took) {}

    /**
     * The notes, each in one list only.
     *
     * @param unseen in which only what readers do not see changed; nobody but operators learns of them
     * @param renamed the old path by the new one, changed or not
     * @param redirects how many of the renamed ones are found at their old address too
     * @param revealed that were there before and are shown now
     * @param hidden that are still there and shown no longer
     * @param unlisted those of {@code removed}, and old paths of {@code renamed}, whose note was unlisted
     */
    public record Notes(
            Listed added,
            Listed changed,
            Listed unseen,
            SortedMap<NotePath, NotePath> renamed,
            int redirects,
            Listed removed,
            Listed revealed,
            Listed hidden,
            SortedSet<NotePath> unlisted) {

        public Notes {
            renamed = new TreeMap<>(renamed);
            unlisted = new TreeSet<>(unlisted);
        }

        /** How many notes of each list, in words: {@code 2 changed, 1 added}; empty when readers see every note as before. */
        public String counts() {
            Map<String, Integer> counts = new LinkedHashMap<>();
            counts.put("changed", changed.count());
            counts.put("changed in hidden text", unseen.count());
            counts.put("added", added.count());
            counts.put(renamedInWords(), renamed.size());
            counts.put("removed", removed.count());
            counts.put("made public", revealed.count());
            counts.put("hidden", hidden.count());
            return counts.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", "));
        }

        private String renamedInWords() {
            if (redirects == 0) {
                return "renamed";
            }
            if (redirects < renamed.size()) {
                return "renamed (" + redirects
                        + (redirects == 1 ? " old address redirects)" : " old addresses redirect)");
            }
            return redirects == 1 ? "renamed (old address redirects)" : "renamed (old addresses redirect)";
        }
    }

    /** Some notes: how many, and the first of them. */
    public record Listed(int count, List<NotePath> paths) {

        public Listed {
            paths = List.copyOf(paths);
        }

        static Listed of(SortedSet<NotePath> paths) {
            return new Listed(paths.size(), paths.stream().limit(MAX_LISTED).toList());
        }
    }

    /** Some problems: how many, and the first of them. */
    public record Findings(int count, List<LocatedProblem> problems) {

        public Findings {
            problems = List.copyOf(problems);
        }

        static Findings of(List<LocatedProblem> problems) {
            return new Findings(
                    problems.size(),
                    problems.stream().sorted().limit(MAX_LISTED).toList());
        }
    }

    /** The report of a step. Cost: the pages the step affected. */
    public static ChangeReport of(Garden before, GardenStep step, StepDetails details, Timing timing) {
        Comparison comparison = new Comparison(before, step.garden(), details);
        step.affected().forEach(comparison::see);
        comparison.seeAddresses();
        return new ChangeReport(
                before.tip(),
                step.garden().tip(),
                timing,
                comparison.notes(),
                details.attachments(),
                Findings.of(comparison.problems),
                Findings.of(comparison.moved),
                Findings.of(comparison.fixed));
    }

    /** Two gardens beside each other. */
    private static final class Comparison {

        private final Garden before;
        private final Garden now;
        private final StepDetails details;
        private final SortedSet<NotePath> added = new TreeSet<>();
        private final SortedSet<NotePath> changed = new TreeSet<>();
        private final SortedSet<NotePath> unseen = new TreeSet<>();
        private final SortedSet<NotePath> removed = new TreeSet<>();
        private final SortedSet<NotePath> unlisted = new TreeSet<>();
        private final List<LocatedProblem> problems = new ArrayList<>();
        private final List<LocatedProblem> moved = new ArrayList<>();
        private final List<LocatedProblem> fixed = new ArrayList<>();

        Comparison(Garden before, Garden now, StepDetails details) {
            this.before = before;
            this.now = now;
            this.details = details;
        }

        void see(Target target) {
            if (!(target instanceof Target.File(NotePath path))) {
                return;
            }
            Optional<Note> then = before.note(path);
            Optional<Note> today = now.note(path);
            if (then.isEmpty() && today.isPresent()) {
                added.add(path);
            } else if (then.isPresent() && today.isEmpty()) {
                removed.add(path);
                then.filter(note -> note.frontMatter().isUnlisted()).ifPresent(note -> unlisted.add(path));
            } else if (!then.map(Note::blob).equals(today.map(Note::blob))) {
                (details.unseen().contains(path) ? unseen : changed).add(path);
            }
            NotePath formerly = then.isEmpty() ? details.renamed().getOrDefault(path, path) : path;
            compare(before.graph().problems(formerly), now.graph().problems(path), today.isPresent());
        }

        void seeAddresses() {
            compare(before.addressProblems(), now.addressProblems(), true);
        }

        /** A problem that went with its note is not fixed. */
        private void compare(List<LocatedProblem> then, List<LocatedProblem> today, boolean isThere) {
            without(today, then).stream()
                    .filter(this::isKnown)
                    .forEach(located -> (isMoved(located) ? moved : problems).add(located));
            if (isThere) {
                without(then, today).stream()
                        .filter(located -> !isMoved(located) && isKnown(located))
                        .forEach(fixed::add);
            }
        }

        /** Where links lead is not known while the names and headings of a note are not. */
        private boolean isKnown(LocatedProblem located) {
            boolean isPending = !before.pending().isEmpty() || !now.pending().isEmpty();
            return !isPending
                    || switch (located.problem().kind()) {
                        case BROKEN_LINK, AMBIGUOUS_LINK, MISSING_HEADING, MISSING_BLOCK, MOVED_LINK -> false;
                        case REPEATED_BLOCK,
                                BAD_FRONT_MATTER,
                                NOT_TEXT,
                                OVER_BUDGET,
                                PENDING,
                                UNDRAWN,
                                UNREADABLE,
                                LONG_TAG,
                                SHARED_ADDRESS,
                                BAD_REDIRECT -> true;
                    };
        }

        /** Nothing was broken, so nothing heals when it goes. */
        private static boolean isMoved(LocatedProblem located) {
            return located.problem().kind() == Problem.Kind.MOVED_LINK;
        }

        /**
         * Problems are the same when they say the same of the same file, under whichever name and on whichever line. What is said twice
         * of a file are two problems, and what is said of two files too.
         */
        private List<LocatedProblem> without(List<LocatedProblem> problems, List<LocatedProblem> others) {
            Map<Said, Integer> known = new HashMap<>();
            others.forEach(other -> known.merge(said(other), 1, Integer::sum));
            return problems.stream()
                    .filter(located -> known.merge(said(located), -1, Integer::sum) < 0)
                    .toList();
        }

        /** What a problem says of a file, by the name that the file had before. */
        private record Said(NotePath path, String message) {}

        private Said said(LocatedProblem located) {
            NotePath path = located.path();
            NotePath formerly = before.note(path).isEmpty() ? details.renamed().getOrDefault(path, path) : path;
            return new Said(formerly, located.problem().message());
        }

        Notes notes() {
            SortedMap<NotePath, NotePath> renamed = new TreeMap<>();
            for (Map.Entry<NotePath, NotePath> rename : details.renamed().entrySet()) {
                if (added.contains(rename.getKey()) && removed.contains(rename.getValue())) {
                    renamed.put(rename.getKey(), rename.getValue());
                }
            }
            added.removeAll(renamed.keySet());
            removed.removeAll(renamed.values());
            SortedSet<NotePath> revealed = common(added, details.revealed());
            SortedSet<NotePath> hidden = common(removed, details.hidden());
            added.removeAll(revealed);
            removed.removeAll(hidden);
            unlisted.removeAll(hidden);
            return new Notes(
                    Listed.of(added),
                    Listed.of(changed),
                    Listed.of(unseen),
                    renamed,
                    redirects(renamed),
                    Listed.of(removed),
                    Listed.of(revealed),
                    Listed.of(hidden),
                    unlisted);
        }

        private int redirects(SortedMap<NotePath, NotePath> renamed) {
            return Math.toIntExact(renamed.entrySet().stream()
                    .filter(rename -> isRedirected(rename.getValue(), rename.getKey()))
                    .count());
        }

        private boolean isRedirected(NotePath from, NotePath to) {
            return now.find(before.slug(from).value()).equals(new Place.CanonicalRedirect(now.slug(to)));
        }

        private static SortedSet<NotePath> common(SortedSet<NotePath> a, SortedSet<NotePath> b) {
            SortedSet<NotePath> common = new TreeSet<>(a);
            common.retainAll(b);
            return common;
        }
    }
}
