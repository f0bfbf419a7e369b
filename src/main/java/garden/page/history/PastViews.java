package garden.page.history;

import garden.note.CommitHistory;
import garden.note.Note;
import garden.note.NotePath;
import garden.page.address.Address;
import garden.page.layout.Layouts;
import garden.page.layout.PageContext;
import garden.page.layout.Viewing;
import garden.page.note.NoteBodies;
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

    private final PageContext pageContext;
    private final NoteBodies bodies;
    private final Past past;
    private final PastTexts readableTexts;
    private final PastTexts wholeTexts;

    public PastViews(PageContext pageContext, NoteBodies bodies, Past past) {
        this.pageContext = pageContext;
        this.bodies = bodies;
        this.past = past;
        this.readableTexts = PastTexts.readable(past);
        this.wholeTexts = PastTexts.whole(past);
    }

    /** The pages about the past of one garden, for one answer; empty when its history is not at hand. */
    public Optional<HistoryViews> of(Viewing viewing) {
        return at(viewing.garden()).map(then -> {
            Layouts layouts = pageContext.of(viewing.garden(), viewing.viewer());
            PastTexts texts = viewing.viewer().isOperator() ? wholeTexts : readableTexts;
            return new HistoryViews(layouts, then, texts, bodies);
        });
    }

    /** The history of the garden's commit; empty when it is not at hand. */
    public Optional<CommitHistory> at(Garden garden) {
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
    public static Subject subject(Garden garden, Address.History address) {
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

    private static Optional<Note> named(Garden garden, String spelling) {
        Place place = garden.find(spelling);
        Place found = place instanceof Place.CanonicalRedirect moved
                ? garden.find(moved.to().value())
                : place;
        return found instanceof Place.Page page ? page.text() : Optional.empty();
    }
}
