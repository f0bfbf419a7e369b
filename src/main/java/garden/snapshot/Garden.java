package garden.snapshot;

import garden.graph.LinkGraph;
import garden.graph.LocatedProblem;
import garden.graph.Target;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.note.SoftBreaks;
import garden.note.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Everything known at one commit, but for the words: those are in the search view. Immutable; a function of the commit
 * and the configuration alone, unless notes are {@link #pending}.
 */
public final class Garden {

    private final GardenParts parts;
    private final GardenProblems problems;

    Garden(GardenParts parts) {
        this.parts = parts;
        this.problems = new GardenProblems(this, parts);
    }

    /** The garden of a repository without commits. */
    public static Garden empty(VisibilityRules rules) {
        return empty(rules, AddressRules.DEFAULT);
    }

    /** The garden of a repository without commits. */
    public static Garden empty(VisibilityRules rules, AddressRules addresses) {
        return new Garden(GardenParts.empty(rules, addresses));
    }

    /** The garden under the same rules of a repository without commits. */
    public Garden emptied() {
        return empty(parts.rules().with(parts.rules().ignored().configured()), addressRules());
    }

    /** This garden with other rules of visibility; the caller sees to it that they judge the files in it as the rules before did. */
    public Garden with(VisibilityRules rules) {
        return new Garden(parts.withRules(rules));
    }

    /** This garden with other redirects. */
    public Garden with(AuthorRedirects redirects) {
        return new Garden(parts.withRedirects(redirects));
    }

    /** This garden, in which other files cannot be read. */
    public Garden with(UnreadableFiles unreadable) {
        return new Garden(parts.withUnreadable(unreadable));
    }

    /** This garden with other {@link #pending} notes. */
    public Garden withPending(SortedMap<NotePath, BlobId> pending) {
        return new Garden(parts.withPending(TreePMap.from(pending)));
    }

    /** This garden with pages that show line ends inside paragraphs so. */
    public Garden with(SoftBreaks softBreaks) {
        return new Garden(parts.withSoftBreaks(softBreaks));
    }

    /** The garden after {@code change}. Cost as {@link LinkGraph#with}. */
    public GardenStep with(GardenChange change) {
        return new GardenBuilder(parts).apply(change);
    }

    /** This garden, with the commit that readers are told it is of. */
    public Garden with(ReaderCommit readerCommit) {
        return new Garden(parts.withReaderCommit(readerCommit));
    }

    /** This garden for those who may know of every commit. */
    public Garden asOfTip() {
        return with(new ReaderCommit(parts.tip(), parts.tipCommitted()));
    }

    /** The commit this is; {@link CommitId#NONE} for a repository without commits. Not for readers: see {@link #commit}. */
    public CommitId tip() {
        return parts.tip();
    }

    /** The commit that is told: the last that changed anything readers may see; {@link CommitId#NONE} before there was one. */
    public CommitId commit() {
        return parts.readerCommit().commit();
    }

    /** When {@link #commit} was made; the epoch before there was one. */
    public Instant committed() {
        return parts.readerCommit().committed();
    }

    /** The commit that readers are told, and when it was made: {@link #commit} and {@link #committed}. */
    public ReaderCommit readerCommit() {
        return parts.readerCommit();
    }

    /** Notes, links and tags. */
    public LinkGraph graph() {
        return parts.graph();
    }

    /** The rules by which this garden hides notes. */
    public VisibilityRules rules() {
        return parts.rules();
    }

    /** The rules by which this garden spells addresses. */
    public AddressRules addressRules() {
        return parts.addresses().rules();
    }

    /** The redirects that the author wrote down. */
    public AuthorRedirects redirects() {
        return parts.redirects();
    }

    /** How pages show line ends inside paragraphs. */
    public SoftBreaks softBreaks() {
        return parts.softBreaks();
    }

    /** The files that the repository names and cannot give. */
    public UnreadableFiles unreadable() {
        return parts.unreadable();
    }

    /**
     * Files whose notes could not be read in time, by path: such a note is text, or hidden when even its front matter is not known. While
     * there is one, this is not yet the garden of its commit, and nothing made from it may be kept. For the one writer, and for counts.
     */
    public SortedMap<NotePath, BlobId> pending() {
        return parts.pending();
    }

    /** The note at exactly this path, unlisted ones included. */
    public Optional<Note> note(NotePath path) {
        return parts.graph().note(path);
    }

    /** The note that has {@code path} as a former path; empty when there is none. */
    public Optional<Note> noteOnceAt(NotePath path) {
        return graph().renamedOrDeleted(path) instanceof RenamedOrDeleted.Renamed(NotePath to)
                ? note(to)
                : Optional.empty();
    }

    /** Dates of a note: front matter's first, else git's. Empty when neither knows. */
    public Optional<Dates> dates(Note note) {
        return GardenParts.dates(note, Optional.ofNullable(parts.dates().get(note.path())));
    }

    /**
     * What a note is known by as long as it lives, whatever it is renamed to: 32 hexadecimal digits, different for each note of
     * this garden. Tells nothing of former paths.
     */
    public String identity(Note note) {
        return parts.firstPaths().identity(note.path());
    }

    /** The content of an attachment that readers may see; empty when there is none at exactly this path. */
    public Optional<BlobId> attachment(NotePath path) {
        return Optional.ofNullable(parts.attachments().get(path)).filter(blob -> graph().holds(path));
    }

    /** All attachments, seen or not, by path. For the one writer: readers ask {@link #attachment}. */
    public TreePMap<NotePath, BlobId> attachments() {
        return parts.attachments();
    }

    /** The address of what a link leads to. */
    public Slug slug(Target target) {
        return switch (target) {
            case Target.File(NotePath path) -> slug(path);
            case Target.FolderPage(Folder folder) -> addressRules().slug(folder);
            case Target.TagPage(Tag tag) -> tagSlug(tag.key());
        };
    }

    /** The address of a file: canonical, or its plain path when another file has that address; with its suffix when that has the path too. */
    public Slug slug(NotePath path) {
        Slug slug = addressRules().slug(path);
        Optional<NotePath> owner = parts.addresses().file(slug);
        if (owner.isEmpty() || owner.get().equals(path)) {
            return slug;
        }
        boolean isNamedAlike = owner.get().withoutSuffix().equals(path.withoutSuffix());
        return new Slug(isNamedAlike ? path.value() : path.withoutSuffix());
    }

    /** Whether a note has the address that follows from its path, which no other file has then. */
    public boolean hasOwnAddress(Note note) {
        return ownSlug(note.path()).equals(slug(note.path()));
    }

    /** The address that follows from a path alone, whichever file has it. */
    public Slug ownSlug(NotePath path) {
        return addressRules().slug(path);
    }

    /** The address of a tag's page: that of the note that introduces it, else the tag as first spelled. */
    public Slug tagSlug(NameKey tag) {
        return new TagNames(parts.graph(), parts.addresses()).slug(tag);
    }

    /** What lives at an address, spelled without leading {@code /}, decoded. */
    public Place find(String spelling) {
        return new Places(this, parts.addresses(), parts.redirects()).find(spelling);
    }

    /**
     * The listed note whose text the page of a folder without an index shows: one named as the folder is, as plugins of Obsidian name it, or
     * {@code folder}, else a {@code README}. It keeps its own address.
     */
    public Optional<Note> introduction(Folder folder) {
        return FolderNotes.in(folder)
                .flatMap(path -> note(path).stream())
                .filter(note -> !note.frontMatter().isUnlisted())
                .findFirst();
    }

    /**
     * The listed notes directly in a folder but for its index: by {@code order}, then by title, then by path. Of this and the other lists,
     * each element costs the same wherever it stands, and nothing before it is asked for.
     */
    public List<Note> notesIn(Folder folder) {
        return parts.lists().notes().get(folder).list(entry -> known(entry.note()));
    }

    private Note known(Named<NotePath> named) {
        return note(named.thing()).orElseThrow();
    }

    /** Number of {@link #notesIn}. */
    public int noteCount(Folder folder) {
        return parts.lists().notes().get(folder).size();
    }

    /** The folders directly in a folder that hold listed notes, by name. */
    public List<Folder> foldersIn(Folder folder) {
        return parts.lists().folders().get(folder).list(Named::thing);
    }

    /** All listed notes, by path. */
    public List<Note> listed() {
        return parts.lists().paths().list(path -> note(path).orElseThrow());
    }

    /** The folders that hold a listed note at any depth, but for the root, by path. */
    public List<Folder> folders() {
        return parts.lists().everyFolder().list(folder -> folder);
    }

    /** The folder that {@code name} means, part by part, when what {@code match} says holds for each; the first by path. */
    Optional<Folder> folder(String name, BiPredicate<Folder, String> match) {
        return parts.lists().folder(name, match);
    }

    /** Listed notes that have dates, from the latest change, of one moment by title and then by path. */
    public List<Note> recent() {
        return latestBelow(Folder.ROOT);
    }

    /** Those of {@link #recent} that lie in a folder or the folders inside it. */
    public List<Note> latestBelow(Folder folder) {
        return shown(parts.lists().latest().below(folder));
    }

    /** Those of {@link #recent} that lie directly in a folder. */
    public List<Note> latestIn(Folder folder) {
        return shown(parts.lists().latest().in().get(folder));
    }

    /** Those of {@link #recent} that have the tag or one inside it. */
    public List<Note> latestTagged(NameKey tag) {
        return shown(parts.lists().latest().tagged().get(tag));
    }

    private List<Note> shown(RankedSet<Recent> latest) {
        return latest.list(entry -> known(entry.note()));
    }

    /** Listed notes with the tag or one inside it, by title, then by path; empty when no note has it. */
    public List<Note> notesTagged(NameKey tag) {
        return parts.lists().tagged().get(tag).list(this::known);
    }

    /** The tags inside one at any depth, level by level in the order of their names. */
    public List<NameKey> tagsIn(NameKey tag) {
        return parts.lists().tags().get(tag).list(Named::thing);
    }

    /** All tags of listed notes, in the same order. */
    public List<NameKey> tags() {
        return tagsIn(GardenLists.ALL_TAGS);
    }

    /**
     * The listed notes that link to one of the targets, which are one page, by title, then by path; the page's own notes are none of them.
     * Cost: the notes that link to all of the targets but the one that has most.
     */
    public List<Note> linking(List<Target> targets) {
        List<Note> own = targets.stream()
                .flatMap(target -> target instanceof Target.File(NotePath path) ? note(path).stream() : Stream.empty())
                .toList();
        return parts.lists().linking(targets, own).list(this::known);
    }

    /** The listed notes that link to a missing name, by title, then by path. */
    public List<Note> wanting(NameKey name) {
        return parts.lists().wanting().get(name).list(this::known);
    }

    /** The order of the names in lists. */
    public NameOrder order() {
        return addressRules().order();
    }

    /** Every problem an author would want to know, by kind, path, line. For owners: readers ask {@link #listedProblems}. */
    public List<LocatedProblem> problems() {
        return problems.all();
    }

    /** Those of the problems that everyone may read of: they tell nothing of unlisted notes. By kind, path, line. */
    public List<LocatedProblem> listedProblems() {
        return problems.listed().list(ListedProblem::located);
    }

    /** Number of {@link #listedProblems}. */
    public int problemCount() {
        return problems.listed().size();
    }

    /**
     * Those of the problems that are in no note: about addresses, redirects and files that cannot be read, which may be hidden
     * ones. Cost, once: the addresses that are in each other's way.
     */
    public List<LocatedProblem> addressProblems() {
        return problems.outsideNotes();
    }

    /** Listed notes with the tag or one inside it; empty when no note has it. */
    public TreePSet<NotePath> tagged(NameKey tag) {
        return parts.graph().tagged(tag);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Garden garden && parts.equals(garden.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts.tip());
    }
}
