package garden.graph;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one function that says where a link leads, and by which rule. As Obsidian resolves, then aliases, then titles; a
 * name always beats an alias. See notes/internals/decisions/0004-link-resolution.md.
 */
record Resolver(Names names, Listings listings, Headings headings) {

    private static final String TAG_PREFIX = "tags/";
    private static final List<String> FOLDER_NOTES = List.of("/index.md", "/README.md");

    /** Where {@code link}, written in the note {@code from}, leads. What is to be shown in place is a file, never a list. */
    Resolution resolve(NotePath from, Link.Local link) {
        Resolution whole = resolveTarget(from, link);
        if (link.isEmbed() && whole instanceof Resolved to && !(to.target() instanceof Target.File)) {
            return new Missing(Rule.NOTHING);
        }
        return whole instanceof Resolved resolved ? headings.find(resolved, link.fragment()) : whole;
    }

    private Resolution resolveTarget(NotePath from, Link.Local link) {
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
        return byName(from, target)
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
    private Optional<Resolution> byName(NotePath from, String target) {
        String name = target.substring(target.lastIndexOf('/') + 1);
        List<NotePath> named = names.named(name);
        String wanted = named.isEmpty() ? target + ".md" : target;
        List<NotePath> candidates = (named.isEmpty() ? names.named(name + ".md") : named)
                .stream().filter(path -> endsWith(path, wanted)).toList();
        return switch (candidates.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(whole(candidates.getFirst(), Rule.ONLY_NAME));
            default -> Optional.of(choose(from, wanted, candidates));
        };
    }

    private static Resolution choose(NotePath from, String wanted, List<NotePath> candidates) {
        NameKey key = new NameKey(wanted);
        Optional<NotePath> exact = candidates.stream()
                .filter(path -> new NameKey(path.value()).equals(key))
                .min(byLengthThenSpelling(wanted));
        if (exact.isPresent()) {
            return whole(exact.get(), Rule.WHOLE_PATH);
        }
        List<NotePath> near = candidates.stream()
                .filter(path -> path.value().startsWith(from.folder().prefix()))
                .toList();
        boolean isNear = !near.isEmpty() && !from.folder().isRoot();
        NotePath chosen = (isNear ? near : candidates)
                .stream().min(byLengthThenSpelling(wanted)).orElseThrow();
        List<NotePath> others =
                candidates.stream().filter(path -> !path.equals(chosen)).toList();
        return new Resolved(
                new Target.File(chosen),
                "",
                HeadingMatch.NONE_ASKED,
                others,
                isNear ? Rule.OWN_FOLDER : Rule.SHORTEST_PATH);
    }

    private static Comparator<NotePath> byLengthThenSpelling(String wanted) {
        return Comparator.comparingInt((NotePath path) -> path.value().length())
                .thenComparing(path -> !path.value().endsWith(wanted))
                .thenComparing(Comparator.naturalOrder());
    }

    private static boolean endsWith(NotePath path, String wanted) {
        String whole = "/" + new NameKey(path.value());
        return whole.endsWith("/" + new NameKey(wanted));
    }

    private static Optional<Resolution> byOwner(Index<NameKey, NotePath> owners, String name, Rule rule) {
        List<NotePath> paths = List.copyOf(owners.get(new NameKey(name)));
        return switch (paths.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(whole(paths.getFirst(), rule));
            default -> Optional.of(new Ambiguous(paths, rule));
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
        boolean isFolder = (path.isEmpty() || NotePath.isPath(path)) && listings.hasFolder(new Folder(path));
        return isFolder ? Optional.of(new Target.FolderPage(new Folder(path))) : Optional.empty();
    }

    /** The file whose whole path is {@code path} but for case and Unicode form; as spelled first. */
    private Optional<NotePath> fileAt(String path) {
        NameKey key = new NameKey(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return names.named(name).stream()
                .filter(file -> new NameKey(file.value()).equals(key))
                .min(byLengthThenSpelling(path));
    }

    private static Resolved whole(NotePath path, Rule rule) {
        return new Resolved(new Target.File(path), "", HeadingMatch.NONE_ASKED, List.of(), rule);
    }
}
