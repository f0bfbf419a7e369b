package garden.web;

import garden.concurrent.SingleFlight;
import garden.graph.Target;
import garden.note.CommitId;
import garden.note.Slug;
import garden.page.address.Address;
import garden.page.address.Basis;
import garden.page.address.Site;
import garden.page.layout.Viewer;
import garden.page.layout.Viewing;
import garden.snapshot.Garden;
import garden.snapshot.Snapshot;
import garden.web.answer.Answer;
import garden.web.answer.ContentTypes;
import garden.web.answer.FinishedPage;
import garden.web.answer.HttpFailure;
import garden.web.answer.PageVersion;
import garden.web.cache.PageCache;
import garden.web.wiring.Wiring;
import java.util.Optional;
import java.util.Set;

/** Answers, for whom they are and how long they may be kept; finished pages are kept here too, and made once for all who ask. Thread-safe. */
final class AnswerSource {

    private final Site site;
    private final Answers answers;
    private final PageVersion version;
    private final Wiring.Running running;
    private final PageCache cache;
    private final SingleFlight<Flight, Made> flights = new SingleFlight<>();

    AnswerSource(Site site, Answers answers, PageVersion version, Wiring.Running running) {
        this.site = site;
        this.answers = answers;
        this.version = version;
        this.running = running;
        this.cache = running.cache();
    }

    /** An answer and the commit it was made from. */
    record Made(Answer answer, CommitId commit) {}

    /** A page that is being made, of one garden and no other, however alike. */
    private record Flight(String href, Garden garden) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Flight flight && flight.garden == garden && flight.href.equals(href);
        }

        @Override
        public int hashCode() {
            return href.hashCode();
        }
    }

    /** The answer at an address. */
    Made at(Address address, Viewer viewer, Snapshot snapshot) {
        Optional<Slug> slug = viewer.isOperator() ? Optional.empty() : pageOf(address);
        if (slug.isEmpty()) {
            return made(address, viewer, snapshot);
        }
        String href = site.href(address);
        Garden garden = snapshot.garden();
        return cache.find(href, garden)
                .map(page -> new Made(page, garden.commit()))
                .orElseGet(() ->
                        flights.run(new Flight(href, garden), () -> finished(address, href, slug.get(), snapshot)));
    }

    /** The page that is at an address, or of which that is a part. */
    private static Optional<Slug> pageOf(Address address) {
        return switch (address) {
            case Address.Content(Slug slug) -> Optional.of(slug);
            case Address.Backlinks(Slug slug) -> Optional.of(slug);
            case Address.More(Address listing, int page) -> pageOf(listing);
            default -> Optional.empty();
        };
    }

    private Made finished(Address address, String href, Slug slug, Snapshot snapshot) {
        Made made = made(address, Viewer.READER, snapshot);
        if (!(made.answer() instanceof Answer.Body body) || body.caching() != Answer.Caching.BY_CONTENT) {
            return made;
        }
        FinishedPage page = FinishedPage.of(body, asked(href), version);
        Set<Target> targets = PageTargets.at(slug, snapshot.garden());
        cache.keep(href, page, targets, snapshot.garden());
        cache.see(running.live().garden());
        return new Made(page, made.commit());
    }

    private static String asked(String href) {
        int question = href.indexOf('?');
        return question < 0
                ? FinishedPage.asked(href, null)
                : FinishedPage.asked(href.substring(0, question), href.substring(question + 1));
    }

    /** What is made while notes are pending may be told otherwise at the same commit. */
    private Made made(Address address, Viewer viewer, Snapshot snapshot) {
        Viewing viewing = Viewing.of(snapshot, viewer);
        Garden garden = viewing.garden();
        Answer whole = answers.at(address, viewing);
        Answer answer = garden.pending().isEmpty() ? whole : whole.forNow();
        boolean isTheirsAlone = isTheirsAlone(address, viewer, snapshot.garden());
        return new Made(
                greeted(kept(answer, viewer.banner().isPresent(), isTheirsAlone), address, viewer), garden.commit());
    }

    /** Whether operators get what readers do not: who knows of no more than readers gets what they get, and may keep it. */
    static boolean isTheirsAlone(Address address, Viewer viewer, Garden garden) {
        return viewer.isOperator()
                && (address.basis() == Basis.COMMIT_TEXTS || !garden.tip().equals(garden.commit()));
    }

    /** What differs from what readers get is for operators alone: every page under a banner, and all that names a commit they alone know. */
    private static Answer kept(Answer answer, boolean isUnderBanner, boolean isTheirsAlone) {
        if (isUnderBanner
                && answer instanceof Answer.Body body
                && body.contentType().equals(ContentTypes.HTML)) {
            return body.forOperators();
        }
        return isTheirsAlone ? answer.toOperators() : answer;
    }

    private Answer greeted(Answer answer, Address address, Viewer viewer) {
        boolean isTold = address instanceof Address.Live live && !live.shown().isEmpty();
        return isTold && answer instanceof Answer.Live(var audience, var watch, var plain)
                ? new Answer.Live(audience, watch, () -> greeting((Address.Live) address, viewer))
                : answer;
    }

    /** Commit and page of one snapshot. */
    private Answer.Greeting greeting(Address.Live live, Viewer viewer) {
        return running.live().read(snapshot -> {
            boolean holds = shown(live.at(), viewer, snapshot).equals(Optional.of(live.shown()));
            return new Answer.Greeting(viewer.audience().commit(snapshot.garden()), Optional.of(holds));
        });
    }

    /** The hash of what the page at {@code at} shows to this viewer; empty when there is no page, or none for them. */
    private Optional<String> shown(String at, Viewer viewer, Snapshot snapshot) {
        int question = at.indexOf('?');
        String path = question < 0 ? at : at.substring(0, question);
        Address address = Address.parse(path, question < 0 ? "" : at.substring(question + 1));
        if (address instanceof Address.Live || (address.basis() == Basis.PUSHES && !viewer.isOperator())) {
            return Optional.empty();
        }
        try {
            return switch (at(address, viewer, snapshot).answer()) {
                case FinishedPage page -> Optional.of(page.shown());
                case Answer.Body body -> Optional.of(body.shown());
                default -> Optional.empty();
            };
        } catch (HttpFailure e) {
            return Optional.empty();
        }
    }
}
