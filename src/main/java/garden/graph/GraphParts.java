package garden.graph;

import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * What a graph is made of; each part follows from {@code notes}, {@code attachments} and {@code former}.
 *
 * @param allNames of all files
 * @param names of those that readers see: all but the {@code unlinked}; the same map when there are none
 * @param tags listed notes by tag key, also under the tags around their own
 * @param spellings the same notes, each with its spelling of the tag
 * @param outgoing resolved links by note; notes without links included
 * @param incoming linking notes by target
 * @param embedders embedding notes by embedded file
 * @param mentions notes by the {@link LinkKey}s of their links
 * @param missing notes by the missing names they link to
 * @param listedProblems those that name no unlisted note
 * @param listedCount number of listed notes
 * @param linkCount number of links in texts that {@link Listed#links} keeps
 * @param propertyLinkCount number of those in front matter
 */
@RecordBuilder
record GraphParts(
        TreePMap<NotePath, Note> notes,
        TreePSet<NotePath> attachments,
        FormerPaths former,
        Names allNames,
        Names names,
        UnlinkedFiles unlinked,
        Index<NameKey, NotePath> tags,
        Index<NameKey, SpelledTag> spellings,
        TreePMap<NotePath, NoteLinks> outgoing,
        Index<Target, NotePath> incoming,
        Index<NotePath, NotePath> embedders,
        Index<NameKey, NotePath> mentions,
        Index<NameKey, NotePath> missing,
        TreePSet<LocatedProblem> problems,
        TreePSet<LocatedProblem> listedProblems,
        int listedCount,
        int linkCount,
        int propertyLinkCount)
        implements GraphPartsBuilder.With {

    static GraphParts empty(PageNames pageNames, Unlinked unlinked) {
        Names none = Names.empty(pageNames);
        return new GraphParts(
                TreePMap.empty(),
                TreePSet.empty(),
                FormerPaths.empty(pageNames),
                none,
                none,
                UnlinkedFiles.empty(unlinked),
                Index.empty(),
                Index.empty(),
                TreePMap.empty(),
                Index.empty(),
                Index.empty(),
                Index.empty(),
                Index.empty(),
                TreePSet.empty(),
                TreePSet.empty(),
                0,
                0,
                0);
    }

    /** Whether there is an attachment at this path that readers see. */
    boolean holds(NotePath attachment) {
        return attachments.contains(attachment) && !unlinked.contains(attachment);
    }

    /** Resolves links as readers see them: hidden attachments do not exist, and unlisted notes are not named as alternatives. */
    Resolver resolver() {
        return new Resolver(names, new Listings(notes, tags), new Headings(notes), former, Resolver.Telling.LISTED);
    }

    /** Resolves links as if every attachment were visible, which shows which of them notes use. */
    Resolver wholeResolver() {
        return new Resolver(allNames, new Listings(notes, tags), new Headings(notes), former, Resolver.Telling.LISTED);
    }

    /** Resolves links as if every attachment were visible, and names unlisted notes among the alternatives: for the owner of the garden. */
    Resolver ownersResolver() {
        return new Resolver(allNames, new Listings(notes, tags), new Headings(notes), former, Resolver.Telling.ALL);
    }

    /** The name by which a missing target is known: as written, without suffix. */
    static NameKey missingName(Link.Local link) {
        String name = new NameKey(link.target()).value();
        return new NameKey(
                name.substring(0, name.length() - NotePath.noteSuffix(name).length()));
    }
}
