package garden.page.history;

import garden.note.CommitHistory;
import garden.note.CommitId;
import garden.page.address.Address;
import garden.page.layout.Layouts;
import garden.page.layout.ListSizes;
import garden.page.layout.Pager;
import garden.page.view.UpdateLines;
import garden.page.view.View;
import garden.page.view.View.UpdatesView;
import garden.snapshot.ChangeReport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Makes the page of the latest changes by what brought them. For one answer. */
public final class UpdateViews {

    private final Layouts layouts;
    private final PublicChanges changes;

    /** @param past empty where there is no history */
    public UpdateViews(Layouts layouts, Optional<CommitHistory> past) {
        this.layouts = layouts;
        this.changes = new PublicChanges(layouts.addresses(), past);
    }

    /** Where the list ends is found by looking, since the number of all reports would count those of hidden notes. */
    public UpdatesView updates(Iterator<ChangeReport> reports, int page) {
        Pager pager = new Pager(layouts.addresses().site(), Address.Fixed.UPDATES, ListSizes.UPDATES, page);
        int end = pager.offset() + ListSizes.UPDATES;
        List<UpdateLines.Update> shown = new ArrayList<>();
        while (reports.hasNext() && shown.size() <= end) {
            ChangeReport report = reports.next();
            if (!isAboutAnotherStart(report, reports)) {
                changes.of(report).ifPresent(shown::add);
            }
        }
        View.Paging paging = pager.paging(shown.size());
        return new UpdatesView(
                layouts.unlisted("Updates", pager.address(), List.of(layouts.home())),
                pager.cut(shown),
                paging.previous(),
                paging.next());
    }

    /** After the index was made anew everything looks added; only the first time it was. */
    private static boolean isAboutAnotherStart(ChangeReport report, Iterator<ChangeReport> older) {
        return report.before().equals(CommitId.NONE) && older.hasNext();
    }
}
