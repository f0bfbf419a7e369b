package garden.page.layout;

import garden.graph.Backlink;
import garden.graph.LocatedProblem;
import garden.note.Dates;
import garden.note.Excerpt;
import garden.note.Heading;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.Tag;
import garden.page.address.Address;
import garden.page.view.Layout.Anchor;
import garden.page.view.View.BacklinkGroup;
import garden.page.view.View.Backlinks;
import garden.page.view.View.Mention;
import garden.page.view.View.NoteLine;
import garden.page.view.View.ProblemLine;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The lines that pages are made of: notes in lists, backlinks, problems. */
public record Lines(Addresses addresses) {

    private Garden garden() {
        return addresses.garden();
    }

    /** A note in a list. */
    public NoteLine note(Note note) {
        return new NoteLine(
                addresses.anchor(note), note.summary(), garden().dates(note).map(Dates::modified), tags(note));
    }

    /** Links to the pages of a note's tags, a tag once however it is spelled. */
    public List<Anchor> tags(Note note) {
        Map<NameKey, Anchor> anchors = new LinkedHashMap<>();
        for (Tag tag : note.tags()) {
            anchors.putIfAbsent(tag.key(), new Anchor(addresses.href(garden().tagSlug(tag.key())), tag.name()));
        }
        return List.copyOf(anchors.values());
    }

    /** The first notes that link to the page at {@code place}, in the order of their titles, each with the sentences that do. */
    public Backlinks backlinks(Place.Page place) {
        BacklinkSources sources = BacklinkSources.of(garden(), place);
        return backlinks(sources.notes(), sources::in, addresses.site().href(new Address.Backlinks(sources.slug())));
    }

    /** The first of the notes that link to a missing name. No page shows all. */
    public Backlinks wantedBy(NameKey name) {
        return backlinks(garden().wanting(name), note -> garden().graph().missingBacklinks(note.path(), name), "");
    }

    private Backlinks backlinks(List<Note> notes, Function<Note, List<Backlink>> links, String href) {
        List<Note> first = notes.subList(0, Math.min(ListSizes.FIRST_BACKLINKS, notes.size()));
        return new Backlinks(
                first.stream().map(note -> group(note, links.apply(note))).toList(), notes.size() - first.size(), href);
    }

    /** A note and those of its sentences that hold the links. */
    public BacklinkGroup group(Note from, List<Backlink> links) {
        return new BacklinkGroup(
                addresses.anchor(from),
                links.stream().map(this::mention).distinct().toList());
    }

    private Mention mention(Backlink backlink) {
        Note from = backlink.from();
        Excerpt excerpt = backlink.link().place().excerpt();
        Optional<Heading> heading = from.heading(backlink.link());
        if (backlink.property().isPresent()) {
            String under = "in property " + backlink.property().get();
            return new Mention(excerpt.before(), excerpt.words(), excerpt.after(), addresses.href(from), under);
        }
        return new Mention(
                excerpt.before(),
                excerpt.words(),
                excerpt.after(),
                addresses.href(from, heading.map(Heading::anchor).orElse("")),
                heading.map(Heading::text).orElse(""));
    }

    /** A problem in a list, with what to do about it. */
    public ProblemLine problem(LocatedProblem located, String hint) {
        Anchor note = new Anchor(
                addresses.href(garden().slug(located.path())), located.path().value());
        return new ProblemLine(note, located.problem().line(), located.problem().message(), hint);
    }

    /** What is to be done about a problem, as a sentence; empty when that is not known. */
    public static String hint(Snapshot snapshot, LocatedProblem located) {
        return snapshot.hint(located)
                .map(hint -> hint.substring(0, 1).toUpperCase(Locale.ROOT) + hint.substring(1))
                .orElse("");
    }
}
