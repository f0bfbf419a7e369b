package garden.graph;

import garden.graph.Resolution.Ambiguous;
import garden.graph.Resolution.Missing;
import garden.graph.Resolution.Resolved;
import garden.graph.Resolution.Rule;
import garden.note.Folder;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.NotePath;
import garden.note.Tag;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one function that says where a link leads, and by which rule. As Obsidian resolves, then aliases, then titles; a
 * name always beats an alias. See notes/internals/decisions/0004-link-resolution.md.
 *
 * <p>Remembers which files have the names that it was asked for, so that many links to one name cost what they cost alone; owned by
 * one thread.
 */
final class Resolver {

    /** Which of the other files that a link could mean are named beside the chosen one. It has no influence on the choice. */
    enum Telling {
        /** Files that are no unlisted notes. */
        LISTED,
        /** All. */
        ALL
    }

    /** What the path of a tag's page begins with. */
    static final String TAG_PREFIX = "tags/";

    /** The folder whose page lists all tags, whether or not it holds notes. */
    private static final String ALL_TAGS = "tags";

    private static final String SUFFIX = ".md";
    private static final List<String> FOLDER_NOTES = List.of("/index.md", "/README.md");

    private final Names names;
    private final Listings listings;
    private final Headings headings;
    private final FormerPaths former;
    private final Telling telling;
    private final MovedLinkResolver moved;
    private final Map<String, Namesakes> byTarget = new HashMap<>();
    private final Map<NameKey, Namesakes> byKey = new HashMap<>();
    private final Map<Owned, Optional<Resolution>> byOwner = new HashMap<>();
    private long resolved;

    /** A name that notes may have as an alias or a title. */
    private record Owned(Rule rule, NameKey name) {}

    Resolver(Names names, Listings listings, Headings headings, FormerPaths former, Telling telling) {
        this.names = names;
        this.listings = listings;
        this.headings = headings;
        this.former = former;
        this.telling = telling;
        this.moved = new MovedLinkResolver(this, former);
    }

    /** The former paths of files. */
    FormerPaths former() {
        return former;
    }

    Names names() {
        return names;
    }

    Telling telling() {
        return telling;
    }

    /** Whether the file at {@code path} may be named. */
    boolean isTold(NotePath path) {
        return switch (telling) {
            case LISTED -> listings.isListed(path);
            case ALL -> true;
        };
    }

    /** Those of {@code paths} that may be named. */
    List<NotePath> told(List<NotePath> paths) {
        return paths.stream().filter(this::isTold).toList();
    }

    /** What the answers so far have cost. */
    GraphStep.Work work() {
        long files = byKey.values().stream().mapToLong(Namesakes::considered).sum();
        return new GraphStep.Work(resolved, files);
    }

    /** Where {@code link}, written in the note {@code from}, leads. What is to be shown in place is a file, never a list. */
    Resolution resolve(NotePath from, Link.Local link) {
        resolved++;
        Resolution now = resolveTarget(from, link);
        Resolution whole = now instanceof Missing
                ? moved.resolve(from, link).<Resolution>map(to -> to).orElse(now)
                : now;
        if (link.isEmbed() && whole instanceof Resolved to && !(to.target() instanceof Target.File)) {
            return new Missing(Rule.NOTHING);
        }
        return whole instanceof Resolved to ? headings.find(to, link.fragment()) : whole;
    }

    /** The same, and what was passed over on the way. */
    Explanation explain(NotePath from, Link.Local link) {
        Resolution resolution = resolve(from, link);
        return new Explanation(from, link, resolution, new PassedOver(this, from, link).of(resolution));
    }

    /** Where the link leads by what is there now, without regard to its fragment. */
    Resolution resolveTarget(NotePath from, Link.Local link) {
        String target = link.target();
        if (target.isEmpty()) {
            return whole(from, Rule.SELF);
        }
        if (RelativePath.isRelative(target)) {
            return at(from.folder(), target, Rule.RELATIVE_PATH);
        }
        if (target.startsWith("/")) {
            return at(Folder.ROOT, target, Rule.ROOT_PATH);
        }
        return inPlace(from, link)
                .or(() -> byName(from, target))
                .or(() -> byOwner(names.aliases(), target, Rule.ALIAS))
                .or(() -> byOwner(names.titles(), target, Rule.TITLE))
                .or(() -> asBrowser(from, link))
                .or(() -> listing(target))
                .orElseGet(() -> new Missing(Rule.NOTHING));
    }

    private Resolution at(Folder folder, String target, Rule rule) {
        Optional<String> path = RelativePath.resolve(folder, target);
        return path.flatMap(whole -> fileAt(whole).or(() -> fileAt(whole + SUFFIX)))
                .<Resolution>map(file -> whole(file, rule))
                .or(() -> path.flatMap(this::listing))
                .orElseGet(() -> new Missing(rule));
    }

    /** A Markdown link is an address, and where exactly that file stands, it is meant: so on GitHub and in every editor. */
    private Optional<Resolution> inPlace(NotePath from, Link.Local link) {
        return switch (link) {
            case Link.WikiLink wiki -> Optional.empty();
            case Link.PathLink path ->
                RelativePath.resolve(from.folder(), path.target())
                        .filter(NotePath::isPath)
                        .map(NotePath::new)
                        .filter(file -> names.at(file.value()).contains(file))
                        .map(file -> whole(file, Rule.IN_PLACE));
        };
    }

    /** Rules 5 to 10 of the table. */
    private Optional<Resolution> byName(NotePath from, String target) {
        Namesakes namesakes = namesakes(target);
        return namesakes.choice(from.folder()).map(choice -> choice.take(target));
    }

    /** The files that {@code target} names: as it is, or if there are none as the name of a note without its suffix. */
    Namesakes namesakes(String target) {
        return byTarget.computeIfAbsent(
                target, spelled -> byKey.computeIfAbsent(names.key(spelled), key -> find(spelled)));
    }

    private Namesakes find(String target) {
        String suffix = names.isEnd(target) ? "" : SUFFIX;
        String wanted = target + suffix;
        List<NotePath> all = suffix.isEmpty() ? names.spelled(wanted) : names.endingWith(wanted);
        List<NotePath> whole = names.at(wanted).stream().filter(all::contains).toList();
        return new Namesakes(wanted, suffix, all, whole, this::isTold);
    }

    private Optional<Resolution> byOwner(Index<NameKey, NotePath> owners, String name, Rule rule) {
        return byOwner.computeIfAbsent(
                new Owned(rule, new NameKey(name)), owned -> ownerOf(owners.get(owned.name()), owned.rule()));
    }

    /** Listed notes go before unlisted ones, so that no list of owners names one of these. */
    private Optional<Resolution> ownerOf(Collection<NotePath> owners, Rule rule) {
        List<NotePath> listed = owners.stream()
                .filter(listings::isListed)
                .limit(Resolution.MAX_NAMED)
                .toList();
        List<NotePath> paths =
                listed.isEmpty() ? owners.stream().limit(Resolution.MAX_NAMED).toList() : listed;
        return switch (paths.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(whole(paths.getFirst(), rule));
            default -> Optional.of(new Ambiguous(told(paths), rule));
        };
    }

    private Optional<Resolution> asBrowser(NotePath from, Link.Local link) {
        if (link instanceof Link.WikiLink) {
            return Optional.empty();
        }
        return RelativePath.resolve(from.folder(), link.target())
                .flatMap(path -> Stream.concat(Stream.of("", SUFFIX), FOLDER_NOTES.stream())
                        .flatMap(suffix -> fileAt(path + suffix).stream())
                        .findFirst()
                        .map(file -> whole(file, Rule.WEB_PATH)));
    }

    private Optional<Resolution> listing(String target) {
        String path = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
        return tagPage(path).or(() -> folderPage(path)).map(page -> Resolved.clearly(page, Rule.LISTING));
    }

    private Optional<Target> tagPage(String path) {
        if (!path.startsWith(TAG_PREFIX) || !Tag.isTag(path.substring(TAG_PREFIX.length()))) {
            return Optional.empty();
        }
        Tag tag = new Tag(path.substring(TAG_PREFIX.length()));
        return listings.hasTag(tag)
                ? Optional.of(new Target.TagPage(new Tag(tag.key().value())))
                : Optional.empty();
    }

    private Optional<Target> folderPage(String path) {
        boolean isPath = path.isEmpty() || NotePath.isPath(path);
        boolean isPage = isPath && (path.equals(ALL_TAGS) || listings.hasFolder(new Folder(path)));
        return isPage ? Optional.of(new Target.FolderPage(new Folder(path))) : Optional.empty();
    }

    /** The file whose whole path is {@code path} but for case and Unicode form; as spelled first. */
    private Optional<NotePath> fileAt(String path) {
        return names.at(path).stream()
                .min(Comparator.comparing((NotePath file) -> !file.value().equals(path))
                        .thenComparing(Namesakes.SHORTEST_FIRST));
    }

    private static Resolved whole(NotePath path, Rule rule) {
        return Resolved.clearly(new Target.File(path), rule);
    }
}
