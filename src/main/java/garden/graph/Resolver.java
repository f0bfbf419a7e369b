package garden.graph;

import garden.graph.Explanation.Loser;
import garden.graph.Explanation.Reason;
import garden.graph.Resolution.Ambiguous;
import garden.graph.Resolution.HeadingMatch;
import garden.graph.Resolution.Missing;
import garden.graph.Resolution.Resolved;
import garden.graph.Resolution.Rule;
import garden.note.Folder;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.NotePath;
import garden.note.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The one function that says where a link leads, and by which rule. As Obsidian resolves, then aliases, then titles; a
 * name always beats an alias. See notes/internals/decisions/0004-link-resolution.md.
 */
record Resolver(Names names, Listings listings, Headings headings, FormerNames former, Telling telling) {

    /** Which files are named beside the one that is chosen; none is chosen for it. */
    enum Telling {
        /** All but unlisted notes. */
        LISTED,
        /** All. */
        ALL
    }

    private static final String TAG_PREFIX = "tags/";

    /** The folder whose page lists all tags, whether or not it holds notes. */
    private static final String ALL_TAGS = "tags";

    private static final List<String> FOLDER_NOTES = List.of("/index.md", "/README.md");

    /** Where {@code link}, written in the note {@code from}, leads. What is to be shown in place is a file, never a list. */
    Resolution resolve(NotePath from, Link.Local link) {
        return resolve(from, link, loser -> {});
    }

    /** The same, and what was passed over on the way. */
    Explanation explain(NotePath from, Link.Local link) {
        List<Loser> losers = new ArrayList<>();
        Resolution resolution = resolve(from, link, losers::add);
        for (Loser owner : otherOwners(link.target(), resolution)) {
            boolean isNew = losers.stream().noneMatch(loser -> loser.path().equals(owner.path()));
            if (isNew) {
                losers.add(owner);
            }
        }
        losers.removeIf(loser -> told(List.of(loser.path())).isEmpty());
        return new Explanation(from, link, resolution, losers);
    }

    /** Those of {@code paths} that may be named. */
    List<NotePath> told(List<NotePath> paths) {
        return switch (telling) {
            case LISTED -> paths.stream().filter(listings::isListed).toList();
            case ALL -> paths;
        };
    }

    private Resolution resolve(NotePath from, Link.Local link, Consumer<Loser> losers) {
        Resolution now = resolveTarget(from, link, losers);
        Resolution whole = now instanceof Missing
                ? new MovedLinks(this, former)
                        .resolve(from, link)
                        .<Resolution>map(to -> to)
                        .orElse(now)
                : now;
        if (link.isEmbed() && whole instanceof Resolved to && !(to.target() instanceof Target.File)) {
            return new Missing(Rule.NOTHING);
        }
        return whole instanceof Resolved resolved ? headings.find(resolved, link.fragment()) : whole;
    }

    /** Where the link leads by what is there now, without regard to its fragment. */
    Resolution resolveTarget(NotePath from, Link.Local link) {
        return resolveTarget(from, link, loser -> {});
    }

    private Resolution resolveTarget(NotePath from, Link.Local link, Consumer<Loser> losers) {
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
        return byName(from, target, losers)
                .or(() -> byOwner(names.aliases(), target, Rule.ALIAS))
                .or(() -> byOwner(names.titles(), target, Rule.TITLE))
                .or(() -> asBrowser(from, link))
                .or(() -> listing(target))
                .orElseGet(() -> new Missing(Rule.NOTHING));
    }

    private Resolution at(Folder folder, String target, Rule rule) {
        Optional<String> path = RelativePath.resolve(folder, target);
        return path.flatMap(whole -> fileAt(whole).or(() -> fileAt(whole + ".md")))
                .<Resolution>map(file -> whole(file, rule))
                .or(() -> path.flatMap(this::listing))
                .orElseGet(() -> new Missing(rule));
    }

    /** Rules 4 to 10 of the table. */
    private Optional<Resolution> byName(NotePath from, String target, Consumer<Loser> losers) {
        String name = target.substring(target.lastIndexOf('/') + 1);
        List<NotePath> named = names.named(name);
        String wanted = named.isEmpty() ? target + ".md" : target;
        List<NotePath> considered = named.isEmpty() ? names.named(name + ".md") : named;
        List<NotePath> candidates =
                considered.stream().filter(path -> endsWith(path, wanted)).toList();
        tell(considered, candidates, Reason.OTHER_PATH, losers);
        return switch (candidates.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(whole(candidates.getFirst(), Rule.ONLY_NAME));
            default -> Optional.of(choose(from, wanted, candidates, losers));
        };
    }

    /** Those of {@code considered} that are not {@code kept} have lost. */
    private static void tell(List<NotePath> considered, List<NotePath> kept, Reason reason, Consumer<Loser> losers) {
        considered.stream()
                .filter(path -> !kept.contains(path))
                .forEach(path -> losers.accept(new Loser(path, reason)));
    }

    private Resolution choose(NotePath from, String wanted, List<NotePath> candidates, Consumer<Loser> losers) {
        NameKey key = names.key(wanted);
        List<NotePath> exact = candidates.stream()
                .filter(path -> names.key(path.value()).equals(key))
                .toList();
        if (!exact.isEmpty()) {
            tell(candidates, exact, Reason.NOT_WHOLE_PATH, losers);
            return shortest(wanted, new Pool(exact, exact, Rule.WHOLE_PATH), losers);
        }
        List<NotePath> near = candidates.stream()
                .filter(path -> path.value().startsWith(from.folder().prefix()))
                .toList();
        boolean isNear = !near.isEmpty() && !from.folder().isRoot();
        if (!isNear) {
            return shortest(wanted, new Pool(candidates, candidates, Rule.SHORTEST_PATH), losers);
        }
        tell(candidates, near, Reason.OUTSIDE_FOLDER, losers);
        return shortest(wanted, new Pool(near, candidates, Rule.OWN_FOLDER), losers);
    }

    /** Files of which {@code rule} takes the shortest; {@code named} are all that could be meant. */
    private record Pool(List<NotePath> left, List<NotePath> named, Rule rule) {}

    /** The shortest of those left; the rule is another when several are as short. */
    private Resolution shortest(String wanted, Pool pool, Consumer<Loser> losers) {
        List<NotePath> left = pool.left();
        NotePath chosen = left.stream().min(byLengthThenSpelling(wanted)).orElseThrow();
        int length = chosen.value().length();
        List<NotePath> tied =
                left.stream().filter(path -> path.value().length() == length).toList();
        tell(left, tied, Reason.LONGER_PATH, losers);
        tell(tied, List.of(chosen), Reason.TIED, losers);
        List<NotePath> others =
                pool.named().stream().filter(path -> !path.equals(chosen)).toList();
        Rule decided = tied.size() > 1 ? Rule.TIE : pool.rule();
        return new Resolved(new Target.File(chosen), "", HeadingMatch.NONE_ASKED, told(others), decided);
    }

    /** Notes that have the name in a way that counts less than the one that decided. */
    private List<Loser> otherOwners(String target, Resolution resolution) {
        boolean isByName = switch (resolution.rule()) {
            case ONLY_NAME, WHOLE_PATH, OWN_FOLDER, SHORTEST_PATH, TIE -> true;
            case SELF, RELATIVE_PATH, ROOT_PATH, ALIAS, TITLE, WEB_PATH, LISTING, FORMER_NAME, NOTHING -> false;
        };
        List<Loser> owners = new ArrayList<>();
        NameKey key = new NameKey(target);
        if (isByName) {
            names.aliases().get(key).forEach(path -> owners.add(new Loser(path, Reason.ONLY_ALIAS)));
        }
        if (isByName || resolution.rule() == Rule.ALIAS) {
            names.titles().get(key).forEach(path -> owners.add(new Loser(path, Reason.ONLY_TITLE)));
        }
        Optional<NotePath> taken =
                resolution instanceof Resolved to && to.target() instanceof Target.File(NotePath path)
                        ? Optional.of(path)
                        : Optional.empty();
        owners.removeIf(owner -> taken.equals(Optional.of(owner.path())));
        return owners;
    }

    private static Comparator<NotePath> byLengthThenSpelling(String wanted) {
        return Comparator.comparingInt((NotePath path) -> path.value().length())
                .thenComparing(path -> !path.value().endsWith(wanted))
                .thenComparing(Comparator.naturalOrder());
    }

    private boolean endsWith(NotePath path, String wanted) {
        String whole = "/" + names.key(path.value());
        return whole.endsWith("/" + names.key(wanted));
    }

    /** Listed notes go before unlisted ones, so that no list of owners names one of these. */
    private Optional<Resolution> byOwner(Index<NameKey, NotePath> owners, String name, Rule rule) {
        List<NotePath> all = List.copyOf(owners.get(new NameKey(name)));
        List<NotePath> listed = all.stream().filter(listings::isListed).toList();
        List<NotePath> paths = listed.isEmpty() ? all : listed;
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
                .flatMap(path -> Stream.concat(Stream.of("", ".md"), FOLDER_NOTES.stream())
                        .flatMap(suffix -> fileAt(path + suffix).stream())
                        .findFirst()
                        .map(file -> whole(file, Rule.WEB_PATH)));
    }

    private Optional<Resolution> listing(String target) {
        String path = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
        return tagPage(path)
                .or(() -> folderPage(path))
                .map(page -> new Resolved(page, "", HeadingMatch.NONE_ASKED, List.of(), Rule.LISTING));
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
        NameKey key = names.key(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return names.named(name).stream()
                .filter(file -> names.key(file.value()).equals(key))
                .min(byLengthThenSpelling(path));
    }

    private static Resolved whole(NotePath path, Rule rule) {
        return new Resolved(new Target.File(path), "", HeadingMatch.NONE_ASKED, List.of(), rule);
    }
}
