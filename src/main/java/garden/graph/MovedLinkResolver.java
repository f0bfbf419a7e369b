package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.graph.Resolution.Rule;
import garden.note.Folder;
import garden.note.Link;
import garden.note.NotePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Resolves a link that fits no file of today: one that is written with a former path, or a relative one in a renamed note, read from the
 * folders where the note was before. The rules are those of {@link Resolver}, applied to former paths. Owned by one thread.
 */
final class MovedLinkResolver {

    private final Resolver resolver;
    private final FormerPaths former;
    private final Map<Folder, Optional<Folder>> folders = new HashMap<>();
    private @Nullable Resolver overFormerPaths;

    MovedLinkResolver(Resolver resolver, FormerPaths former) {
        this.resolver = resolver;
        this.former = former;
    }

    /** Where the link leads; empty when no file of today has a former path that fits. */
    Optional<Resolved> resolve(NotePath from, Link.Local link) {
        return byFormerName(from, link).or(() -> asOnceSeen(from, link)).or(() -> folder(from, link));
    }

    /** A link to the page of a folder goes where most of the folder's notes went. */
    private Optional<Resolved> folder(NotePath from, Link.Local link) {
        String target = link.target();
        Folder start = RelativePath.isRelative(target) ? from.folder() : Folder.ROOT;
        return RelativePath.resolve(start, target)
                .filter(path -> NotePath.isPath(path) && path.endsWith(lastPart(target)))
                .flatMap(path -> folders.computeIfAbsent(new Folder(path), former::folder))
                .map(folder -> resolved(new Target.FolderPage(folder), List.of()));
    }

    /** The part by which {@link LinkKey} knows the link. A link such as {@code old/.} has a dot for it, and so leads nowhere. */
    private static String lastPart(String target) {
        String path = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Optional<Resolved> byFormerName(NotePath from, Link.Local link) {
        return overFormerPaths().resolveTarget(from, link) instanceof Resolved once
                        && once.target() instanceof Target.File(NotePath path)
                ? resolved(former.living(
                        Stream.concat(Stream.of(path), once.others().stream()).toList()))
                : Optional.empty();
    }

    private Resolver overFormerPaths() {
        if (overFormerPaths == null) {
            Listings none = new Listings(TreePMap.empty(), Index.empty());
            overFormerPaths = new Resolver(
                    former.names(),
                    none,
                    new Headings(TreePMap.empty()),
                    FormerPaths.empty(PageNames.AS_WRITTEN),
                    resolver.telling());
        }
        return overFormerPaths;
    }

    /** The first of the files that readers see; hidden ones count as if they never had a former path. */
    private Optional<Resolved> resolved(List<NotePath> living) {
        List<NotePath> files = living.stream().filter(resolver.names()::holds).toList();
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        resolved(new Target.File(files.getFirst()), resolver.told(files.subList(1, files.size()))));
    }

    private static Resolved resolved(Target target, List<NotePath> others) {
        return Resolved.among(target, others, Rule.FORMER_NAME);
    }

    /** A relative path such as {@code ../elm.md}, read from each former folder of its note. */
    private Optional<Resolved> asOnceSeen(NotePath from, Link.Local link) {
        return RelativePath.isRelative(link.target()) && RelativePath.endsWithName(link.target())
                ? former.of(from).stream()
                        .flatMap(place -> seenFrom(place, link).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Resolved> seenFrom(NotePath place, Link.Local link) {
        return resolver.resolveTarget(place, link) instanceof Resolved to
                        && to.target() instanceof Target.File(NotePath path)
                ? resolved(List.of(path))
                : byFormerName(place, link);
    }
}
