package garden.page.history;

import garden.graph.LocatedProblem;
import garden.note.CommitHistory;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.Touch;
import garden.page.layout.Addresses;
import garden.page.view.UpdateLines.LastCommit;
import garden.page.view.UpdateLines.Update;
import garden.page.view.UpdateLines.UpdatedNote;
import garden.page.view.UpdateLines.UpdatedNotes;
import garden.snapshot.ChangeReport;
import garden.snapshot.ChangeReport.Findings;
import garden.snapshot.ChangeReport.Notes;
import garden.snapshot.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What every reader may know of the reports of updates: of notes that are listed today, under their names of today, and of how
 * many others were deleted in public. Not a word about what was hidden or is now. For one answer.
 */
final class PublicChanges {

    private static final int NAMED = 8;

    /** So many notes of a kind are looked at, and who counts further says "hundreds". */
    private static final int MANY = 500;

    /** A commit that wrote more notes is told of without its words, since all would have to be looked at. */
    private static final int MAX_NOTES_OF_COMMIT = 1_000;

    private final Addresses addresses;
    private final Optional<CommitHistory> past;
    private final NotesToday today;

    PublicChanges(Addresses addresses, Optional<CommitHistory> past) {
        this.addresses = addresses;
        this.past = past;
        this.today = new NotesToday(addresses.garden());
    }

    /** The report without all that is nobody's business; empty when nothing of notes is left. Cost: what it lists. */
    Optional<Update> of(ChangeReport report) {
        Notes notes = report.notes();
        List<UpdatedNotes> groups = new ArrayList<>();
        addGroup(
                groups,
                "Added",
                named(Stream.of(notes.added(), notes.revealed()).flatMap(listed -> listed.paths().stream())));
        addGroup(groups, "Changed", named(notes.changed().paths().stream()));
        addGroup(groups, "Renamed", renamed(notes));
        List<NotePath> removed = removed(notes);
        return groups.isEmpty() && removed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Update(report.timing().published(), commit(report), groups, facts(report, removed.size())));
    }

    private List<UpdatedNote> named(Stream<NotePath> paths) {
        return paths.limit(MANY)
                .flatMap(path -> today.note(path).stream())
                .distinct()
                .map(note -> new UpdatedNote(addresses.anchor(note), ""))
                .toList();
    }

    private List<UpdatedNote> renamed(Notes notes) {
        return notes.renamed().entrySet().stream()
                .limit(MANY)
                .flatMap(rename -> today
                        .note(rename.getKey())
                        .map(note -> new UpdatedNote(addresses.anchor(note), formerly(note, rename.getValue(), notes)))
                        .stream())
                .toList();
    }

    /** The old name, if the history of the note tells it too: by the rules of today, which may be others than then. */
    private String formerly(Note note, NotePath old, Notes notes) {
        boolean isTold = !notes.unlisted().contains(old)
                && past.filter(then -> then.formerPaths(note.path()).contains(old))
                        .isPresent();
        return isTold ? old.withoutSuffix() : "";
    }

    private static void addGroup(List<UpdatedNotes> groups, String what, List<UpdatedNote> notes) {
        if (!notes.isEmpty()) {
            List<UpdatedNote> first = notes.subList(0, Math.min(NAMED, notes.size()));
            groups.add(new UpdatedNotes(what, first, more(notes.size(), notes.size() - first.size())));
        }
    }

    private static String more(int all, int left) {
        if (all >= MANY) {
            return "hundreds more";
        }
        return left > 0 ? left + " more" : "";
    }

    /**
     * Which are gone for all to see: deleted when everyone could read them, and not just hidden by another name. Where something is
     * again today, nobody can tell which it was.
     */
    private List<NotePath> removed(Notes notes) {
        return notes.removed().paths().stream()
                .limit(MANY)
                .filter(path -> !notes.unlisted().contains(path))
                .filter(today::isDeletedForAll)
                .toList();
    }

    private Optional<LastCommit> commit(ChangeReport report) {
        return past.map(then -> {
            Optional<Touch> told = then.touch(report.commit()).filter(this::isTold);
            return new LastCommit(
                    report.commit().abbreviated(),
                    told.map(Touch::author).orElse(""),
                    told.map(Touch::subject).orElse(""));
        });
    }

    /** Words about a note that was hidden since are not told again. */
    private boolean isTold(Touch touch) {
        return touch.notes().size() <= MAX_NOTES_OF_COMMIT
                && touch.notes().stream().allMatch(path -> today.note(path).isPresent() || today.isDeletedForAll(path));
    }

    private List<String> facts(ChangeReport report, int removed) {
        List<String> facts = new ArrayList<>();
        addFact(facts, removed, "note removed", "notes removed");
        addFact(facts, redirects(report.notes()), "old address redirects", "old addresses redirect");
        addFact(facts, broken(report, removed), "new broken link", "new broken links");
        addFact(facts, links(report.fixed()).size(), "link fixed", "links fixed");
        return facts;
    }

    private static void addFact(List<String> facts, int count, String one, String several) {
        if (count > 0) {
            facts.add(count + " " + (count == 1 ? one : several));
        }
    }

    private int redirects(Notes notes) {
        return Math.toIntExact(notes.renamed().entrySet().stream()
                .limit(MANY)
                .filter(this::isRedirected)
                .count());
    }

    private boolean isRedirected(Map.Entry<NotePath, NotePath> rename) {
        String old = addresses.garden().slug(rename.getValue()).value();
        return today.note(rename.getKey())
                .map(note -> new Place.CanonicalRedirect(addresses.garden().slug(note.path())))
                .filter(addresses.garden().find(old)::equals)
                .isPresent();
    }

    /** When the update hid something too, links in notes that it did not write may be broken by that, and are not counted. */
    private int broken(ChangeReport report, int removed) {
        Notes notes = report.notes();
        boolean hidesNothing = notes.hidden().count() == 0 && notes.removed().count() == removed;
        Set<NotePath> written = new HashSet<>(notes.renamed().keySet());
        Stream.of(notes.added(), notes.changed(), notes.revealed()).forEach(listed -> written.addAll(listed.paths()));
        return Math.toIntExact(links(report.problems()).stream()
                .filter(located -> hidesNothing || written.contains(located.path()))
                .count());
    }

    private List<LocatedProblem> links(Findings findings) {
        return findings.problems().stream()
                .filter(located -> located.problem().kind() == Problem.Kind.BROKEN_LINK)
                .filter(located -> today.note(located.path()).isPresent())
                .toList();
    }
}
