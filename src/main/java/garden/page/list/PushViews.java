package garden.page.list;

import garden.graph.LocatedProblem;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.page.address.Address;
import garden.page.layout.Addresses;
import garden.page.layout.Layouts;
import garden.page.layout.Lines;
import garden.page.layout.ListSizes;
import garden.page.layout.Pager;
import garden.page.view.Layout.Anchor;
import garden.page.view.PushLine;
import garden.page.view.View.NamedNote;
import garden.page.view.View.NoteGroup;
import garden.page.view.View.ProblemLine;
import garden.page.view.View.PushView;
import garden.page.view.View.PushesView;
import garden.snapshot.ChangeReport;
import garden.snapshot.ChangeReport.Findings;
import garden.snapshot.ChangeReport.Listed;
import garden.snapshot.Garden;
import garden.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the pages that tell what pushes did, for those who push. */
public final class PushViews {

    /** Finding a near name takes milliseconds, so only the first problems get one. */
    private static final int HINTS = 20;

    private final Layouts layouts;
    private final Addresses addresses;
    private final Garden garden;
    private final Lines lines;

    /** @param layouts what pages share, of one garden */
    public PushViews(Layouts layouts) {
        this.layouts = layouts;
        this.addresses = layouts.addresses();
        this.garden = addresses.garden();
        this.lines = new Lines(addresses);
    }

    /** A page of the list of pushes, from the newest. */
    public PushesView pushes(List<ChangeReport> reports, int total, int page) {
        Pager pager = new Pager(addresses.site(), Address.Fixed.PUSHES, ListSizes.PUSHES, page);
        return new PushesView(
                layouts.unlisted("Pushes", pager.address(), List.of(layouts.home())),
                reports.stream().map(this::line).toList(),
                pager.paging(total));
    }

    private PushLine line(ChangeReport report) {
        Address address = new Address.PushPage(report.commit().hex());
        return new PushLine(
                new Anchor(addresses.site().href(address), report.commit().abbreviated()),
                report.timing().published(),
                summary(report),
                report.problems().count(),
                report.fixed().count());
    }

    private static String summary(ChangeReport report) {
        int attachments = report.attachments();
        String files = attachments == 0 ? "" : attachments + (attachments == 1 ? " attachment" : " attachments");
        String parts = Stream.of(report.notes().counts(), files)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "nothing that readers see" : parts;
    }

    /** All that one push did. */
    public PushView push(Snapshot snapshot, ChangeReport report) {
        Address address = new Address.PushPage(report.commit().hex());
        Anchor all = new Anchor(addresses.site().href(Address.Fixed.PUSHES), "Pushes");
        return new PushView(
                layouts.unlisted("Push " + report.commit().abbreviated(), address, List.of(layouts.home(), all)),
                report.commit().hex(),
                Optional.of(report.before())
                        .filter(commit -> !commit.equals(CommitId.NONE))
                        .map(CommitId::hex),
                report.timing().published(),
                report.timing().took().toMillis(),
                summary(report),
                groups(report.notes()),
                problems(report.problems(), hints(snapshot)),
                report.problems().count(),
                problems(report.fixed(), located -> ""),
                report.fixed().count());
    }

    private List<NoteGroup> groups(ChangeReport.Notes notes) {
        List<NoteGroup> groups = new ArrayList<>();
        addGroup(groups, "Changed", notes.changed());
        addGroup(groups, "Changed in hidden text", notes.unseen());
        addGroup(groups, "Added", notes.added());
        if (!notes.renamed().isEmpty()) {
            List<NamedNote> renamed = notes.renamed().entrySet().stream()
                    .limit(ChangeReport.MAX_LISTED)
                    .map(rename -> named(rename.getKey(), rename.getValue().value()))
                    .toList();
            groups.add(new NoteGroup("Renamed", notes.renamed().size(), renamed));
        }
        addGroup(groups, "Removed", notes.removed());
        addGroup(groups, "Made public", notes.revealed());
        addGroup(groups, "Hidden", notes.hidden());
        return groups;
    }

    private void addGroup(List<NoteGroup> groups, String title, Listed notes) {
        if (notes.count() > 0) {
            groups.add(new NoteGroup(
                    title,
                    notes.count(),
                    notes.paths().stream().map(path -> named(path, "")).toList()));
        }
    }

    /** A note that is gone by now has no address. */
    private NamedNote named(NotePath path, String formerly) {
        return new NamedNote(path.value(), garden.note(path).map(addresses::href), formerly);
    }

    private List<ProblemLine> problems(Findings findings, Function<LocatedProblem, String> hint) {
        return findings.problems().stream()
                .map(located -> lines.problem(located, hint.apply(located)))
                .toList();
    }

    private static Function<LocatedProblem, String> hints(Snapshot snapshot) {
        int[] left = {HINTS};
        return located -> left[0]-- > 0 ? Lines.hint(snapshot, located) : "";
    }
}
