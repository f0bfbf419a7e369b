package garden.graph;

import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * What a graph is made of; each part follows from {@code notes}, {@code attachments} and {@code former}.
 *
 * @param tags listed notes by tag key, also under the tags around their own
 * @param outgoing resolved links by note; notes without links included
 * @param incoming linking notes by target
 * @param embedders embedding notes by embedded file
 * @param mentions notes by the {@link LinkKey} of each of their links
 * @param missing notes by the missing names they link to
 * @param linkCount number of links in {@code outgoing} that stand in texts
 * @param propertyLinkCount number of those that stand in front matter
 */
record GraphParts(
        TreePMap<NotePath, Note> notes,
        TreePSet<NotePath> attachments,
        FormerNames former,
        Names names,
        Index<NameKey, NotePath> tags,
        TreePMap<NotePath, NoteLinks> outgoing,
        Index<Target, NotePath> incoming,
        Index<NotePath, NotePath> embedders,
        Index<NameKey, NotePath> mentions,
        Index<NameKey, NotePath> missing,
        TreePSet<LocatedProblem> problems,
        int linkCount,
        int propertyLinkCount) {

    static GraphParts empty(PageNames pageNames) {
        return new GraphParts(
                TreePMap.empty(),
                TreePSet.empty(),
                FormerNames.empty(pageNames),
                Names.empty(pageNames),
                Index.empty(),
                TreePMap.empty(),
                Index.empty(),
                Index.empty(),
                Index.empty(),
                Index.empty(),
                TreePSet.empty(),
                0,
                0);
    }

    Resolver resolver() {
        return new Resolver(names, new Listings(notes, tags), new Headings(notes), former);
    }

    /** The name by which a missing target is known: as written, without suffix. */
    static NameKey missingName(Link.Local link) {
        NameKey name = new NameKey(link.target());
        return name.value().endsWith(".md")
                ? new NameKey(name.value().substring(0, name.value().length() - ".md".length()))
                : name;
    }
}
