package garden.page.history;

import garden.note.CommitId;
import garden.note.Contributor;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Version;
import garden.page.address.Address;
import garden.page.address.HistoryPart;
import garden.page.layout.ListSizes;
import garden.page.layout.PageContext;
import garden.page.note.NoteBodies;
import garden.page.view.Banner;
import garden.page.view.View;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the pages about the past: versions of a note, one of them, what changed, who wrote which line, and the commits of the
 * garden. Only notes that readers may open today have a past, and of that only versions that they could open then. Thread-safe.
 */
public final class PastViews {

    private static final int API_COUNTED = 1_000;

    private final PageContext pageContext;
    private final NoteBodies bodies;
    private final Past past;
    private final PastTexts texts;
    private final PastTexts wholeTexts;

    public PastViews(PageContext pageContext, NoteBodies bodies, Past past) {
        this(pageContext, bodies, past, PastTexts.readable(past), PastTexts.whole(past));
    }

    private PastViews(PageContext pageContext, NoteBodies bodies, Past past, PastTexts texts, PastTexts wholeTexts) {
        this.pageContext = pageContext;
        this.bodies = bodies;
        this.past = past;
        this.texts = texts;
        this.wholeTexts = wholeTexts;
    }

    /** The same pages under a banner. */
    public PastViews under(Banner told) {
        return new PastViews(pageContext.under(told), bodies, past, texts, wholeTexts);
    }

    /** The same pages for those who may see what notes hide from their pages. */
    public PastViews whole() {
        return new PastViews(pageContext, bodies, past, wholeTexts, wholeTexts);
    }

    /** The history of the garden's commit; empty when it is not at hand. */
    public Optional<Past.At> at(Garden garden) {
        return past.at(garden.tip());
    }

    /** Whether the repository lacks the beginning of the history, so that old notes have no dates. */
    public boolean isCutOff() {
        try {
            return past.isCutOff();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which note an address of a history is about. */
    public sealed interface Subject {

        /** A note that readers may open. */
        record Present(Note note) implements Subject {}

        /** The note has another path; {@code address} is what was asked for, of that path. */
        record Elsewhere(Address address) implements Subject {}

        /** No note that readers may see. */
        record Nowhere() implements Subject {}
    }

    /** The note of {@code address}: at its path, at another spelling of its address, or under a name it once had. */
    public Subject subject(Garden garden, Address.History address) {
        List<NotePath> paths = Stream.of(address.note() + ".md", address.note())
                .filter(NotePath::isPath)
                .map(NotePath::new)
                .filter(NotePath::isNote)
                .toList();
        Optional<Note> note =
                paths.stream().flatMap(path -> garden.note(path).stream()).findFirst();
        if (note.isPresent()) {
            return new Subject.Present(note.get());
        }
        return named(garden, address.note())
                .or(() -> paths.stream()
                        .flatMap(path -> garden.noteOnceAt(path).stream())
                        .findFirst())
                .<Subject>map(found -> new Subject.Elsewhere(Address.History.of(found.path(), address.part())))
                .orElseGet(Subject.Nowhere::new);
    }

    /** The versions of a note. {@code page} counts from 1. */
    public View versions(Garden garden, Past.At then, Note note, int page) {
        return views(garden, then).versions(note, page);
    }

    /** The note as a commit left it; empty when the commit did not touch it, or readers could not see that version. */
    public Optional<View> old(Garden garden, Past.At then, Note note, CommitId commit) {
        return views(garden, then).old(note, commit, bodies);
    }

    /** What a commit changed, or all since another; empty as {@link #old}. */
    public Optional<View> changes(Garden garden, Past.At then, Note note, HistoryPart.Changes changes) {
        return views(garden, then).changes(note, changes.commit(), changes.from());
    }

    /** Which version wrote which line of a note. */
    public View blame(Garden garden, Past.At then, Note note) {
        return views(garden, then).blame(note);
    }

    /** The latest commits. {@code page} counts from 1. */
    public View commits(Garden garden, Past.At then, int page) {
        return views(garden, then).commits(page);
    }

    /** What {@link #list} gives: a page of versions from the newest, and what holds for all of them. */
    public record VersionList(
            int total,
            int changes,
            int page,
            List<Contributor> authors,
            List<NotePath> formerNames,
            List<Version> versions) {

        public VersionList {
            authors = List.copyOf(authors);
            formerNames = List.copyOf(formerNames);
            versions = List.copyOf(versions);
        }
    }

    /** Versions of a note as data, a hundred a page. {@code page} counts from 1. */
    public VersionList list(Past.At then, Note note, int page) {
        int offset = (int) Math.min(Integer.MAX_VALUE / 2, (page - 1L) * ListSizes.API_VERSIONS);
        return new VersionList(
                then.versionCount(note.path()),
                then.changeCount(note.path()),
                page,
                then.authors(note.path(), API_COUNTED),
                then.formerPaths(note.path()),
                then.versions(note.path(), offset, ListSizes.API_VERSIONS));
    }

    private HistoryViews views(Garden garden, Past.At then) {
        return new HistoryViews(pageContext.of(garden), then, texts);
    }

    private static Optional<Note> named(Garden garden, String spelling) {
        Place place = garden.find(spelling);
        Place found = place instanceof Place.CanonicalRedirect moved
                ? garden.find(moved.to().value())
                : place;
        return found instanceof Place.Page page ? page.text() : Optional.empty();
    }
}
