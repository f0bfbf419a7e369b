package garden.graph;

import garden.note.Folder;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.PropertyLink;
import garden.note.RenamedOrDeleted;
import garden.note.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Which notes link to which, at one commit. Immutable.
 *
 * <p>Built from all notes ({@link #of}) or from the graph before ({@link #with}), equal either way. Cost of a change: the
 * notes in it and the notes that name what it adds or takes away, each times the logarithm of the garden's size.
 */
public final class LinkGraph {

    /** The graph of a garden without files. */
    public static final LinkGraph EMPTY = empty(PageNames.AS_WRITTEN);

    private final GraphParts parts;

    LinkGraph(GraphParts parts) {
        this.parts = parts;
    }

    /** The graph of a garden without files; {@code pageNames} says how links compare file names. Every attachment is visible. */
    public static LinkGraph empty(PageNames pageNames) {
        return empty(pageNames, Unlinked.SHOWN);
    }

    /** The same; {@code unlinked} says whether attachments to which no note links are visible. */
    public static LinkGraph empty(PageNames pageNames, Unlinked unlinked) {
        return new LinkGraph(GraphParts.empty(pageNames, unlinked));
    }

    /** The graph of these files; all of them public. */
    public static LinkGraph of(Collection<Note> notes, Collection<NotePath> attachments) {
        return EMPTY.with(GraphChange.all(notes, attachments)).graph();
    }

    /** The graph after {@code changes}. */
    public GraphStep with(GraphChange changes) {
        return new GraphBuilder(parts).apply(changes);
    }

    /** All notes, by path, unlisted ones included. */
    public TreePMap<NotePath, Note> notes() {
        return parts.notes();
    }

    /** The note at exactly this path. */
    public Optional<Note> note(NotePath path) {
        return Optional.ofNullable(parts.notes().get(path));
    }

    /** The links of the note at {@code path} that stay in the garden, in the order of the text; empty when it is no note. */
    public List<ResolvedLink> links(NotePath path) {
        return linksOf(path).text();
    }

    /** The links in the front matter of the note at {@code path}, in the order of {@link garden.note.FrontMatter#links()}. */
    public List<ResolvedLink> propertyLinks(NotePath path) {
        return linksOf(path).properties();
    }

    /** All links of the note at {@code path}: first those in its front matter, then those in its text. */
    public List<ResolvedLink> allLinks(NotePath path) {
        return linksOf(path).all().toList();
    }

    /**
     * The links of {@code note} that public lists may show: {@link #propertyLinks}, then {@link #links}, but for those to unlisted notes;
     * none when the note itself is unlisted.
     */
    public List<ResolvedLink> listedLinks(Note note) {
        return new Listed(parts.notes()).links(note, allLinks(note.path()));
    }

    private NoteLinks linksOf(NotePath path) {
        return parts.outgoing().getOrDefault(path, NoteLinks.NONE);
    }

    /**
     * Links that lead to {@code target}, by path of the linking note, then by position; never from the target itself and
     * never from an unlisted note.
     */
    public List<Backlink> backlinks(Target target) {
        List<Backlink> backlinks = new ArrayList<>();
        for (NotePath from : parts.incoming().get(target)) {
            backlinks.addAll(backlinks(from, target));
        }
        return backlinks;
    }

    /** Those of {@link #backlinks(Target)} that stand in the note {@code from}. */
    public List<Backlink> backlinks(NotePath from, Target target) {
        List<Backlink> backlinks = new ArrayList<>();
        if (!target.equals(new Target.File(from))) {
            note(from)
                    .filter(note -> !note.frontMatter().isUnlisted())
                    .ifPresent(note -> addBacklinks(
                            note,
                            resolved -> resolved.resolution() instanceof Resolution.Resolved to
                                    && to.target().equals(target),
                            backlinks));
        }
        return backlinks;
    }

    private void addBacklinks(Note from, Predicate<ResolvedLink> isMeant, List<Backlink> backlinks) {
        List<PropertyLink> named = from.frontMatter().links();
        List<ResolvedLink> inProperties = propertyLinks(from.path());
        for (int i = 0; i < inProperties.size(); i++) {
            if (isMeant.test(inProperties.get(i))) {
                PropertyLink link = named.get(i);
                backlinks.add(new Backlink(from, link.link(), Optional.of(link.property())));
            }
        }
        links(from.path()).stream()
                .filter(isMeant)
                .forEach(resolved -> backlinks.add(new Backlink(from, resolved.link(), Optional.empty())));
    }

    /** Paths of the notes that link to {@code target}, itself and unlisted ones included. */
    public TreePSet<NotePath> sources(Target target) {
        return parts.incoming().get(target);
    }

    /** Paths of the notes that embed the file at {@code path} or a part of it, itself and unlisted ones included. */
    public TreePSet<NotePath> embedders(NotePath path) {
        return parts.embedders().get(path);
    }

    /** Where {@code link} would lead if it stood in the note {@code from}. */
    public Resolution resolve(NotePath from, Link.Local link) {
        return parts.resolver().resolve(from, link);
    }

    /** Where each of {@code links} would lead if it stood in the note {@code from}. */
    public List<ResolvedLink> resolve(NotePath from, Stream<Link.Local> links) {
        Resolver resolver = parts.resolver();
        return links.map(link -> new ResolvedLink(link, resolver.resolve(from, link)))
                .toList();
    }

    /** Where {@code link} would lead if it stood in the note {@code from}, by which rule, and what it passes over, of what readers may know. */
    public Explanation explain(NotePath from, Link.Local link) {
        return parts.resolver().explain(from, link);
    }

    /** The same for the owner of the garden: hidden attachments and unlisted notes are named too. */
    public Explanation explainWhole(NotePath from, Link.Local link) {
        return parts.ownersResolver().explain(from, link);
    }

    /** Whether there is an attachment at exactly this path that readers see. */
    public boolean holds(NotePath attachment) {
        return parts.holds(attachment);
    }

    /** Number of attachments that readers see. */
    public int attachmentCount() {
        return parts.attachments().size() - parts.unlinked().files().size();
    }

    /** Links to the missing name {@code name} (compared folded), by path of the linking note, then by position. */
    public List<Backlink> missingBacklinks(NameKey name) {
        List<Backlink> backlinks = new ArrayList<>();
        for (NotePath from : parts.missing().get(name)) {
            backlinks.addAll(missingBacklinks(from, name));
        }
        return backlinks;
    }

    /** Those of {@link #missingBacklinks(NameKey)} that stand in the note {@code from}. */
    public List<Backlink> missingBacklinks(NotePath from, NameKey name) {
        List<Backlink> backlinks = new ArrayList<>();
        note(from)
                .filter(source -> !source.frontMatter().isUnlisted())
                .ifPresent(source -> addBacklinks(
                        source,
                        resolved -> resolved.resolution() instanceof Resolution.Missing
                                && missingName(resolved.link()).equals(name),
                        backlinks));
        return backlinks;
    }

    /** The name by which the missing target of a link is known: as written, without suffix. */
    public static NameKey missingName(Link.Local link) {
        return GraphParts.missingName(link);
    }

    /** Listed notes that carry each tag or one inside it, by folded tag. */
    public TreePMap<NameKey, TreePSet<NotePath>> tags() {
        return parts.tags().sets();
    }

    /** Listed notes that carry this tag or one inside it; empty when none does. */
    public TreePSet<NotePath> tagged(NameKey tag) {
        return parts.tags().get(tag);
    }

    /** How the tag with this key is spelled most plainly: the first spelling in order of path. Empty when no note has it. */
    public Optional<Tag> tag(NameKey key) {
        return parts.spellings().get(key).stream().findFirst().map(SpelledTag::tag);
    }

    /** Whether a note lies in the folder, at any depth. */
    public boolean hasFolder(Folder folder) {
        return Listings.contains(parts.notes(), folder);
    }

    /** Every problem of the garden that lies in a note or in its links, by kind, path, line. */
    public TreePSet<LocatedProblem> problems() {
        return parts.problems();
    }

    /** Those of the problems that neither lie in an unlisted note nor name one. */
    public TreePSet<LocatedProblem> listedProblems() {
        return parts.listedProblems();
    }

    /** The problems of one note, in its text and then in its links; empty when it is no note. */
    public List<LocatedProblem> problems(NotePath path) {
        return note(path)
                .map(note -> LinkProblem.all(note, linksOf(path).all()).toList())
                .orElse(List.of());
    }

    /** Those of {@link #problems(NotePath)} that neither lie in an unlisted note nor name one. */
    public List<LocatedProblem> listedProblems(NotePath path) {
        return note(path)
                .map(note -> new Listed(parts.notes()).problems(note, linksOf(path)))
                .orElse(List.of());
    }

    /** The missing name that a broken link is written with; empty when the problem is of another kind. */
    public Optional<String> missingName(LocatedProblem located) {
        return linksOf(located.path())
                .all()
                .filter(resolved -> resolved.resolution() instanceof Resolution.Missing
                        && resolved.problem().equals(Optional.of(located.problem())))
                .map(resolved -> resolved.link().target())
                .findFirst();
    }

    /**
     * How the link of a {@link Problem.Kind#MOVED_LINK} is written to lead there directly, as far as it matters:
     * {@code [[elm]]}; empty when the problem is another, or nothing that could be written leads there alone.
     */
    public Optional<String> directLink(LocatedProblem located) {
        if (located.problem().kind() != Problem.Kind.MOVED_LINK) {
            return Optional.empty();
        }
        return linksOf(located.path())
                .all()
                .filter(resolved ->
                        resolved.link().span().line() == located.problem().line()
                                && resolved.problem().equals(Optional.of(located.problem())))
                .findFirst()
                .flatMap(resolved -> new DirectLink(parts.resolver(), located.path(), resolved.link()).written());
    }

    /** The links of a note that are written with a former path, with the target that each should have instead, in the order of the file. */
    public Map<Link.Local, String> directTargets(NotePath path) {
        Map<Link.Local, String> targets = new LinkedHashMap<>();
        Resolver resolver = parts.resolver();
        linksOf(path)
                .all()
                .forEach(resolved -> new DirectLink(resolver, path, resolved.link())
                        .target()
                        .ifPresent(target -> targets.put(resolved.link(), target)));
        return targets;
    }

    /**
     * What became of the file that had {@code path} as a former path; unknown when a file is there now, or when readers never saw one
     * there.
     */
    public RenamedOrDeleted renamedOrDeleted(NotePath path) {
        return parts.former().at(path);
    }

    /** The folder to which most of the notes went that were in {@code folder}. Cost: those notes, a thousand at most. */
    public Optional<Folder> renamedFolder(Folder folder) {
        return parts.former().folder(folder);
    }

    /** The paths that the file at {@code path} had before, in order; those at which another file is now left out. */
    public List<NotePath> formerPaths(NotePath path) {
        return List.copyOf(parts.former().of(path));
    }

    /** Number of listed notes. */
    public int listedCount() {
        return parts.listedCount();
    }

    /** Number of links in texts of listed notes that stay in the garden or should, but for those that lead to unlisted notes. */
    public int linkCount() {
        return parts.linkCount();
    }

    /** Number of such links in front matter. */
    public int propertyLinkCount() {
        return parts.propertyLinkCount();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkGraph graph && parts.equals(graph.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }
}
