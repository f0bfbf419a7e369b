package garden.page.history;

import garden.diff.Blame;
import garden.diff.Difference;
import garden.note.CommitHistory;
import garden.note.CommitId;
import garden.note.Contributor;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Touch;
import garden.note.Version;
import garden.page.address.Address;
import garden.page.address.HistoryPart;
import garden.page.layout.Addresses;
import garden.page.layout.Layouts;
import garden.page.layout.Lines;
import garden.page.layout.ListSizes;
import garden.page.layout.Pager;
import garden.page.note.NoteBodies;
import garden.page.view.HistoryLines.Around;
import garden.page.view.HistoryLines.CommitLine;
import garden.page.view.HistoryLines.Passage;
import garden.page.view.HistoryLines.VersionLine;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.NoteProperties;
import garden.page.view.View;
import garden.page.view.View.Fact;
import garden.snapshot.Garden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the pages about the past of a note, and of the garden. {@code page} counts from 1. For one answer. */
public final class HistoryViews {

    private static final int NOTES_OF_COMMIT = 10;

    /** Authors are counted over so many versions, the latest. */
    private static final int COUNTED = 1_000;

    /** Lines are followed back over so many versions. */
    private static final int BLAMED = 300;

    private final Layouts layouts;
    private final Addresses addresses;
    private final CommitHistory past;
    private final PastTexts texts;
    private final NoteBodies bodies;

    HistoryViews(Layouts layouts, CommitHistory past, PastTexts texts, NoteBodies bodies) {
        this.layouts = layouts;
        this.addresses = layouts.addresses();
        this.past = past;
        this.texts = texts;
        this.bodies = bodies;
    }

    private Garden garden() {
        return addresses.garden();
    }

    /** The versions of a note. */
    public View versions(Note note, int page) {
        Pager pager = pager(note, page);
        int total = past.versionCount(note.path());
        List<VersionLine> versions = past.versions(note.path(), pager.offset(), ListSizes.VERSIONS).stream()
                .map(version -> line(note, version))
                .toList();
        return new View.VersionsView(
                layout(note, "History of " + note.title(), pager.address()),
                addresses.anchor(note),
                past.changeCount(note.path()),
                past.authors(note.path(), COUNTED).stream()
                        .map(author -> new Fact(author.name(), Integer.toString(author.versions())))
                        .toList(),
                past.formerPaths(note.path()).stream()
                        .map(NotePath::withoutSuffix)
                        .toList(),
                versions,
                href(note, new HistoryPart.Lines()),
                pager.paging(total),
                layouts.isUncommitted(note));
    }

    private Pager pager(Note note, int page) {
        return new Pager(addresses.site(), address(note, new HistoryPart.Versions(1)), ListSizes.VERSIONS, page);
    }

    private VersionLine line(Note note, Version version) {
        PastTexts.WordCounts counts = texts.counts(version);
        boolean isPresent = version.path().equals(note.path())
                && !layouts.isUncommitted(note)
                && texts.isSame(version.blob(), note.blob());
        return new VersionLine(
                isPresent ? addresses.href(note) : href(note, new HistoryPart.Old(version.commit())),
                href(note, new HistoryPart.Changes(version.commit(), Optional.empty())),
                version.written(),
                version.author(),
                version.subject(),
                counts.inserted(),
                counts.deleted(),
                version.formerly().map(NotePath::withoutSuffix).orElse(""),
                version.before().isEmpty(),
                version.isIgnored(),
                version.commit().abbreviated());
    }

    /** The note as a commit left it; empty when the commit did not touch it, or readers could not see that version. */
    public Optional<View> old(Note note, CommitId commit) {
        return past.version(note.path(), commit).map(version -> {
            NoteBodies.PastBody then = bodies.past(version.path(), version.blob(), addresses);
            return new View.PastNoteView(
                    layout(note, then.note().title(), address(note, new HistoryPart.Old(commit))),
                    line(note, version),
                    around(note),
                    content(then));
        });
    }

    private View.NoteContent content(NoteBodies.PastBody then) {
        return new View.NoteContent(
                then.note().title(),
                Optional.empty(),
                Optional.empty(),
                new Lines(addresses).tags(then.note()),
                new Html(then.body().html()),
                then.body().features(),
                NoteProperties.NONE,
                false,
                then.body().isPending());
    }

    /** What a commit changed, or all since another; empty as {@link #old}. */
    public Optional<View> changes(Note note, HistoryPart.Changes part) {
        Optional<CommitId> from = part.from();
        Optional<Version> to = past.version(note.path(), part.commit());
        Optional<Version> start = from.flatMap(first -> past.version(note.path(), first));
        if (to.isEmpty() || (from.isPresent() && start.isEmpty())) {
            return Optional.empty();
        }
        Version version = to.get();
        Difference difference = texts.difference(
                start.map(Version::blob).or(() -> version.before().stream().findFirst()), version.blob());
        return Optional.of(new View.DifferenceView(
                layout(note, "Changes of " + note.title(), address(note, part)),
                around(note),
                start.map(first -> line(note, first)),
                line(note, version),
                difference.inserted(),
                difference.deleted(),
                difference.blocks()));
    }

    /** Which version wrote which line of a note. */
    public View blame(Note note) {
        List<Version> versions = past.versions(note.path(), 0, BLAMED);
        List<Passage> passages = new ArrayList<>();
        for (Blame.Passage passage : versions.isEmpty() ? List.<Blame.Passage>of() : texts.blame(versions)) {
            Optional<VersionLine> origin = passage.origin() == Blame.OLDER
                    ? Optional.empty()
                    : Optional.of(line(note, versions.get(passage.origin())));
            passages.add(new Passage(origin, passage.text()));
        }
        return new View.BlameView(
                layout(note, "Lines of " + note.title(), address(note, new HistoryPart.Lines())),
                around(note),
                passages);
    }

    /** The latest commits and the notes they wrote. */
    public View commits(int page) {
        Pager pager = new Pager(addresses.site(), Address.Fixed.COMMITS, ListSizes.COMMITS, page);
        List<CommitLine> commits = past.touches(pager.offset(), ListSizes.COMMITS).stream()
                .flatMap(touch -> line(touch).stream())
                .toList();
        return new View.CommitsView(
                layouts.unlisted("Commits", pager.address(), List.of(layouts.home())),
                commits,
                pager.paging(past.touchCount()));
    }

    /** Of the notes that the commit wrote those that are listed today, under the names of today; empty when none is. */
    private Optional<CommitLine> line(Touch touch) {
        NotesToday today = new NotesToday(garden());
        List<Anchor> notes = touch.notes().stream()
                .flatMap(path -> today.note(path).stream())
                .distinct()
                .map(addresses::anchor)
                .toList();
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(new CommitLine(
                        touch.written(),
                        touch.author(),
                        touch.subject(),
                        touch.commit().abbreviated(),
                        notes.subList(0, Math.min(NOTES_OF_COMMIT, notes.size())),
                        Math.max(0, notes.size() - NOTES_OF_COMMIT)));
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
    public VersionList list(Note note, int page) {
        int offset = (int) Math.min(Integer.MAX_VALUE / 2, (page - 1L) * ListSizes.API_VERSIONS);
        return new VersionList(
                past.versionCount(note.path()),
                past.changeCount(note.path()),
                page,
                past.authors(note.path(), COUNTED),
                past.formerPaths(note.path()),
                past.versions(note.path(), offset, ListSizes.API_VERSIONS));
    }

    private Layout layout(Note note, String title, Address address) {
        List<Anchor> breadcrumb = Stream.concat(
                        layouts.breadcrumb(note.path().folder()).stream(), Stream.of(addresses.anchor(note)))
                .toList();
        return layouts.unlisted(title, address, breadcrumb);
    }

    private Around around(Note note) {
        return new Around(addresses.href(note), href(note, new HistoryPart.Versions(1)));
    }

    private String href(Note note, HistoryPart part) {
        return addresses.site().href(address(note, part));
    }

    private static Address address(Note note, HistoryPart part) {
        return Address.History.of(note.path(), part);
    }
}
