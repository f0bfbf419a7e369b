package garden.server;

import garden.graph.Target;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.Problem;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.sync.Publication;
import garden.web.webhook.WebhookPayload;
import garden.web.webhook.WebhookPayload.LinkChanges;
import java.util.List;
import java.util.Optional;

/** What others are told of a publication. Cost: the pages it affected. */
record PublicationPayload(Site site) {

    private static final int MAX_ADDRESSES = 500;

    WebhookPayload of(Publication published) {
        List<String> changed = changed(published);
        List<String> removed = removed(published);
        CommitId before = published.before().tip();
        return new WebhookPayload(
                "garden.published",
                site.url(Address.Content.HOME),
                before.equals(CommitId.NONE) ? Optional.empty() : Optional.of(before.hex()),
                published.now().tip().hex(),
                published.now().asOfTip().committed(),
                changed.stream().limit(MAX_ADDRESSES).toList(),
                removed.stream().limit(MAX_ADDRESSES).toList(),
                Math.max(changed.size(), removed.size()) <= MAX_ADDRESSES,
                links(published.report()));
    }

    private List<String> changed(Publication published) {
        return published.affected().stream()
                .filter(target -> !isNoteMissing(target, published.now()))
                .limit(MAX_ADDRESSES + 1)
                .map(target -> url(target, published.now()))
                .toList();
    }

    /** Also those that were moved or hidden: nobody finds them where they were. */
    private List<String> removed(Publication published) {
        return published.affected().stream()
                .filter(target -> isNoteMissing(target, published.now()))
                .filter(target -> !isNoteMissing(target, published.before()))
                .limit(MAX_ADDRESSES + 1)
                .map(target -> url(target, published.before()))
                .toList();
    }

    private static boolean isNoteMissing(Target target, Garden garden) {
        return target instanceof Target.File(NotePath path) && garden.note(path).isEmpty();
    }

    private String url(Target target, Garden garden) {
        return site.url(new Address.Content(garden.slug(target)));
    }

    private static LinkChanges links(ChangeReport report) {
        return new LinkChanges(
                count(report, Problem.Kind.BROKEN_LINK),
                count(report, Problem.Kind.AMBIGUOUS_LINK),
                report.fixed().count());
    }

    private static int count(ChangeReport report, Problem.Kind kind) {
        return Math.toIntExact(report.problems().problems().stream()
                .filter(located -> located.problem().kind() == kind)
                .count());
    }
}
