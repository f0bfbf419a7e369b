package garden.web.content;

import garden.note.CommitId;
import garden.note.Contributor;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Version;
import garden.page.address.Address;
import garden.page.address.HistoryPart;
import garden.page.address.Site;
import garden.page.history.HistoryViews;
import garden.page.history.PastViews;
import garden.page.history.PastViews.Subject;
import garden.page.layout.Viewing;
import garden.page.view.View;
import garden.snapshot.Garden;
import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import garden.web.answer.HttpFailure;
import garden.web.answer.PageAnswers;
import garden.web.wiring.Wiring;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the garden answers about the past of its notes. */
public record HistoryAnswers(Site site, PageAnswers pages, PastViews views) {

    /** What answers in a garden that shows its history; fails with 404 in one that does not. */
    public static HistoryAnswers of(Site site, Wiring.Making making) {
        PastViews views = making.past().orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
        return new HistoryAnswers(site, making.answers(), views);
    }

    /** A past version as JSON; {@code href} leads to the note as it was. */
    record VersionEntry(
            String commit,
            Instant written,
            Optional<String> author,
            Optional<String> subject,
            String path,
            Optional<String> formerly,
            boolean isIgnored,
            String href) {}

    /** The history of a note as JSON; {@code versions} is a page of all {@code total}, from the newest. */
    record NoteHistory(
            String path,
            String commit,
            int total,
            int changes,
            int page,
            List<Contributor> authors,
            List<String> formerNames,
            List<VersionEntry> versions) {}

    /** The page of the past at an address. */
    public Answer at(Address.History address, Viewing viewing) {
        HistoryViews past = past(viewing);
        return switch (PastViews.subject(viewing.garden(), address)) {
            case Subject.Present(Note note) -> about(note, address.part(), past, viewing.garden());
            case Subject.Elsewhere(Address elsewhere) -> new Answer.Moved(site.href(elsewhere));
            case Subject.Nowhere nowhere -> throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
        };
    }

    private HistoryViews past(Viewing viewing) {
        boolean isEmpty = viewing.garden().commit().equals(CommitId.NONE);
        HttpFailure.Reason reason = isEmpty ? HttpFailure.Reason.NOT_FOUND : HttpFailure.Reason.NO_HISTORY;
        return views.of(viewing).orElseThrow(() -> new HttpFailure(reason));
    }

    private Answer about(Note note, HistoryPart part, HistoryViews past, Garden garden) {
        return switch (part) {
            case HistoryPart.Versions(int page) -> pages.kept(past.versions(note, page));
            case HistoryPart.Old old -> page(past.old(note, old.commit()));
            case HistoryPart.Changes changes -> page(past.changes(note, changes));
            case HistoryPart.Lines lines -> pages.kept(past.blame(note));
            case HistoryPart.Api(int page) -> json(note, past.list(note, page), garden);
        };
    }

    /** The latest commits. */
    public Answer commits(int page, Viewing viewing) {
        return pages.kept(past(viewing).commits(page));
    }

    private Answer page(Optional<View> view) {
        View found = view.orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
        return pages.kept(found);
    }

    private Answer json(Note note, HistoryViews.VersionList list, Garden garden) {
        NoteHistory history = new NoteHistory(
                note.path().value(),
                garden.commit().hex(),
                list.total(),
                list.changes(),
                list.page(),
                list.authors(),
                list.formerNames().stream().map(NotePath::value).toList(),
                list.versions().stream().map(version -> entry(note, version)).toList());
        return Answer.Body.json(200, history, Caching.BY_COMMIT);
    }

    private VersionEntry entry(Note note, Version version) {
        Address old = Address.History.of(note.path(), new HistoryPart.Old(version.commit()));
        return new VersionEntry(
                version.commit().hex(),
                version.written(),
                Optional.of(version.author()).filter(author -> !author.isEmpty()),
                Optional.of(version.subject()).filter(subject -> !subject.isEmpty()),
                version.path().value(),
                version.formerly().map(NotePath::value),
                version.isIgnored(),
                site.href(old));
    }
}
