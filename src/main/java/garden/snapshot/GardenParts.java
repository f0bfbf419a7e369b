package garden.snapshot;

import garden.graph.LinkGraph;
import garden.graph.Unlinked;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.SoftBreaks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * What a garden is made of.
 *
 * @param readerCommit the commit that readers are told
 * @param attachments all that are not ignored
 * @param dates from git, of notes only
 * @param pending notes that could not be read in time, shown as text or hidden
 */
@RecordBuilder
record GardenParts(
        CommitId tip,
        Instant tipCommitted,
        ReaderCommit readerCommit,
        VisibilityRules rules,
        LinkGraph graph,
        TreePMap<NotePath, BlobId> attachments,
        TreePMap<NotePath, Dates> dates,
        GardenLists lists,
        AddressBook addresses,
        FirstPaths firstPaths,
        AuthorRedirects redirects,
        UnreadableFiles unreadable,
        TreePMap<NotePath, BlobId> pending,
        SoftBreaks softBreaks)
        implements GardenPartsBuilder.With {

    static GardenParts empty(VisibilityRules rules, AddressRules addressRules) {
        return new GardenParts(
                CommitId.NONE,
                Instant.EPOCH,
                ReaderCommit.NONE,
                rules,
                LinkGraph.empty(addressRules.pageNames(), unlinked(rules)),
                TreePMap.empty(),
                TreePMap.empty(),
                GardenLists.empty(addressRules),
                AddressBook.empty(addressRules),
                FirstPaths.EMPTY,
                AuthorRedirects.NONE,
                UnreadableFiles.NONE,
                TreePMap.empty(),
                SoftBreaks.AS_SPACES);
    }

    private static Unlinked unlinked(VisibilityRules rules) {
        return switch (rules.attachments()) {
            case LINKED -> Unlinked.HIDDEN;
            case ALL -> Unlinked.SHOWN;
        };
    }

    /** The dates that readers see: the author's word first. */
    static Optional<Dates> dates(Note note, Optional<Dates> fromGit) {
        Optional<Instant> created = note.frontMatter().created().or(() -> fromGit.map(Dates::created));
        Optional<Instant> modified = note.frontMatter()
                .modified()
                .or(() -> fromGit.map(Dates::modified))
                .or(() -> created);
        return modified.map(last -> new Dates(created.orElse(last), last));
    }
}
