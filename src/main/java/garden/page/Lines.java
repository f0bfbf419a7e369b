package garden.page;

import garden.graph.Backlink;
import garden.graph.LocatedProblem;
import garden.graph.Target;
import garden.note.Dates;
import garden.note.Excerpt;
import garden.note.Heading;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Tag;
import garden.page.Frame.Anchor;
import garden.page.View.BacklinkGroup;
import garden.page.View.Mention;
import garden.page.View.NoteLine;
import garden.page.View.ProblemLine;
import garden.snapshot.Garden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lines that pages are made of: notes in lists, backlinks, problems. */
record Lines(Addresses addresses) {

    private static final int MAX_GROUPS = 200;

    private Garden garden() {
        return addresses.garden();
    }

    NoteLine note(Note note) {
        return new NoteLine(
                addresses.anchor(note), note.summary(), garden().dates(note).map(Dates::modified), tags(note));
    }

    /** Links to the pages of a note's tags, a tag once however it is spelled. */
    List<Anchor> tags(Note note) {
        Map<NameKey, Anchor> anchors = new LinkedHashMap<>();
        for (Tag tag : note.tags()) {
            anchors.putIfAbsent(tag.key(), new Anchor(addresses.href(garden().tagSlug(tag.key())), tag.name()));
        }
        return List.copyOf(anchors.values());
    }

    /** The notes that link to a page, each with the sentences that do; the first 200 by path. */
    List<BacklinkGroup> backlinks(Target target) {
        return groups(garden().graph().backlinks(target));
    }

    /** Links by the note they are written in. */
    List<BacklinkGroup> groups(List<Backlink> backlinks) {
        Map<NotePath, List<Backlink>> byNote = new TreeMap<>();
        backlinks.forEach(backlink -> byNote.computeIfAbsent(backlink.from().path(), path -> new ArrayList<>())
                .add(backlink));
        return byNote.values().stream()
                .limit(MAX_GROUPS)
                .map(links -> new BacklinkGroup(
                        addresses.anchor(links.getFirst().from()),
                        links.stream().map(this::mention).distinct().toList()))
                .toList();
    }

    private Mention mention(Backlink backlink) {
        Note from = backlink.from();
        Excerpt excerpt = backlink.link().place().excerpt();
        Optional<Heading> heading = from.heading(backlink.link());
        return new Mention(
                excerpt.before(),
                excerpt.words(),
                excerpt.after(),
                addresses.href(from, heading.map(Heading::anchor).orElse("")),
                heading.map(Heading::text).orElse(""));
    }

    ProblemLine problem(LocatedProblem located, String hint) {
        Anchor note = new Anchor(
                addresses.href(garden().slug(located.path())), located.path().value());
        return new ProblemLine(note, located.problem().line(), located.problem().message(), hint);
    }
}
