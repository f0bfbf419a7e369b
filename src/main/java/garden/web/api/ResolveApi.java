package garden.web.api;

import garden.graph.Explanation;
import garden.graph.Resolution;
import garden.graph.Resolution.Ambiguous;
import garden.graph.Resolution.Missing;
import garden.graph.Resolution.Resolved;
import garden.graph.Target;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.page.Views;
import garden.page.address.Site;
import garden.page.layout.Addresses;
import garden.snapshot.Garden;
import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import garden.web.answer.HttpFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says where a link leads, by which rule, and what it passes over. Knows nothing of notes that readers may not see. */
public record ResolveApi(Site site, Views views) {

    /**
     * The shape of the answer.
     *
     * @param state {@code resolved}, {@code ambiguous} or {@code missing}
     * @param number the number of {@code rule} in the manual's table
     * @param href of what the link leads to, complete but for the origin
     * @param heading {@code none_asked}, {@code found} or {@code missing}
     * @param explanation for people, a line each
     */
    record Explained(
            String from,
            String target,
            String fragment,
            String commit,
            String state,
            String rule,
            int number,
            Optional<String> leadsTo,
            Optional<String> href,
            String heading,
            List<Candidate> candidates,
            List<String> explanation) {}

    /** A file that has the name too; {@code reason} it was not taken, {@code AMBIGUOUS} when none was. */
    record Candidate(String path, String reason) {}

    /** {@code from} is the path of a note, or empty for one at the top. */
    public Answer answer(Garden garden, String from, String text) {
        NotePath path = from(garden, from);
        Link.Local link = views.link(path, text).orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NO_LINK));
        Explanation explanation = told(garden, garden.graph().explain(path, link));
        return Answer.Body.json(200, body(garden, explanation), Caching.BY_COMMIT);
    }

    /** Nobody finds an unlisted note by guessing its name; of a link in a note its page tells as much. */
    private static Explanation told(Garden garden, Explanation explanation) {
        boolean isGuess = explanation.resolution() instanceof Resolved to
                && to.target() instanceof Target.File(NotePath path)
                && garden.note(path)
                        .filter(note -> note.frontMatter().isUnlisted())
                        .isPresent()
                && !garden.graph().sources(to.target()).contains(explanation.from());
        return isGuess
                ? new Explanation(
                        explanation.from(), explanation.link(), new Missing(Resolution.Rule.NOTHING), List.of())
                : explanation;
    }

    private static NotePath from(Garden garden, String from) {
        if (from.isEmpty()) {
            return new NotePath("index.md");
        }
        return Stream.concat(Stream.of(from), NotePath.NOTE_SUFFIXES.stream().map(suffix -> from + suffix))
                .filter(NotePath::isPath)
                .flatMap(path -> garden.note(new NotePath(path)).stream())
                .map(Note::path)
                .findFirst()
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
    }

    private Explained body(Garden garden, Explanation explanation) {
        Resolution resolution = explanation.resolution();
        Addresses addresses = new Addresses(site, garden);
        return new Explained(
                explanation.from().value(),
                explanation.link().target(),
                explanation.link().fragment(),
                garden.commit().hex(),
                state(resolution),
                resolution.rule().name(),
                resolution.rule().number(),
                Api.target(resolution),
                resolution instanceof Resolved to ? Optional.of(addresses.href(to)) : Optional.empty(),
                heading(resolution),
                candidates(explanation),
                explanation.lines());
    }

    private static String state(Resolution resolution) {
        return switch (resolution) {
            case Resolved to -> "resolved";
            case Ambiguous several -> "ambiguous";
            case Missing missing -> "missing";
        };
    }

    private static String heading(Resolution resolution) {
        Resolution.HeadingMatch match =
                resolution instanceof Resolved to ? to.heading() : Resolution.HeadingMatch.NONE_ASKED;
        return match.name().toLowerCase(Locale.ROOT);
    }

    private static List<Candidate> candidates(Explanation explanation) {
        Stream<NotePath> owners =
                explanation.resolution() instanceof Ambiguous several ? several.candidates().stream() : Stream.empty();
        return Stream.concat(
                        owners.map(path -> new Candidate(path.value(), "AMBIGUOUS")),
                        explanation.passedOver().stream()
                                .map(file -> new Candidate(
                                        file.path().value(), file.reason().name())))
                .toList();
    }
}
