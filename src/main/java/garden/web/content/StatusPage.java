package garden.web.content;

import garden.page.history.PastViews;
import garden.page.layout.Viewing;
import garden.page.view.View.Fact;
import garden.page.view.View.Failure;
import garden.snapshot.Garden;
import garden.web.answer.Answer;
import garden.web.answer.ServerStatus;
import garden.web.wiring.Wiring;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The status page: what is served, since when, and whether anything failed. */
public record StatusPage(Wiring.Making making, Wiring.Running running) {

    /** The page about the state of the server. */
    public Answer answer(Viewing viewing) {
        Garden garden = viewing.garden();
        ServerStatus status = running.status().get();
        List<Fact> facts = new ArrayList<>();
        String standing = making.views().standing(garden).orElse("none yet");
        facts.add(new Fact("Commit", standing));
        if (standing.equals(garden.commit().hex())) {
            facts.add(new Fact("Committed", time(garden.committed())));
        }
        status.publishedAt().ifPresent(at -> facts.add(new Fact("Published", time(at))));
        facts.add(new Fact("Notes", count(garden.graph().listedCount())));
        facts.add(new Fact("Links", count(garden.graph().linkCount())));
        facts.add(new Fact("Links in front matter", count(garden.graph().propertyLinkCount())));
        facts.add(new Fact("Tags", count(garden.graph().tags().size())));
        facts.add(new Fact("Attachments", count(garden.graph().attachmentCount())));
        facts.add(new Fact("Problems", count(garden.problemCount())));
        if (making.past().filter(PastViews::isCutOff).isPresent()) {
            facts.add(new Fact("History", "cut off: the repository is shallow, and older notes have no dates"));
        }
        facts.add(
                new Fact("Open pages with live updates", count(running.updates().size())));
        facts.add(new Fact("Notes not rendered yet", count(garden.pending().size())));
        facts.add(new Fact("Renderings stopped (time limit)", count(status.abandonedNotes())));
        UpstreamAnswers.addFacts(status, facts);
        status.troubles()
                .forEach((name, failure) ->
                        facts.add(new Fact("Failing: " + name, time(failure.at()) + ": " + failure.message())));
        Optional<Failure> failure = status.lastFailure()
                .map(last -> new Failure(last.at(), last.message()))
                .or(() -> UpstreamAnswers.failure(status));
        return making.answers().unkept(200, making.views().status(viewing, facts, failure));
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
