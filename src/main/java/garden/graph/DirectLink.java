package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.graph.Resolution.Rule;
import garden.note.Folder;
import garden.note.Link;
import garden.note.NotePath;
import java.util.Optional;
import java.util.stream.Stream;

/** How a link that leads to its target by an old name is written to lead there by its name now, in the manner of its author. */
record DirectLink(Resolver resolver, NotePath from, Link.Local link) {

    /** The new target, not encoded; empty when the link is direct already, or nothing that could be written leads there alone. */
    Optional<String> target() {
        return resolver.resolve(from, link) instanceof Resolved to && to.rule() == Rule.FORMER_NAME
                ? spellings(to.target())
                        .filter(target -> leadsTo(target, to.target()))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<String> spellings(Target target) {
        return switch (target) {
            case Target.File(NotePath file) -> spellings(file);
            case Target.FolderPage(Folder folder) ->
                Stream.of((link.target().startsWith("/") ? "/" : "")
                        + folder.value()
                        + (link.target().endsWith("/") ? "/" : ""));
            case Target.TagPage tag -> Stream.empty();
        };
    }

    /** From the likest to the surest. */
    private Stream<String> spellings(NotePath file) {
        boolean hasSuffix =
                !file.isNote() || !NotePath.noteSuffix(link.target()).isEmpty();
        String path = hasSuffix ? file.value() : file.withoutSuffix();
        Stream<String> whole = Stream.of(path, "/" + path);
        if (link.target().startsWith("/")) {
            return Stream.of("/" + path);
        }
        if (isSeenFromFolder(file)) {
            String steps = link.target().startsWith("./") ? "./" : "";
            String relative = RelativePath.between(from.folder(), path);
            return Stream.concat(Stream.of(relative.startsWith("../") ? relative : steps + relative), whole);
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return link.target().contains("/") ? whole : Stream.concat(Stream.of(name), whole);
    }

    /** Whether the author wrote the way from the note's folder, and not a name or a path from the root. */
    private boolean isSeenFromFolder(NotePath file) {
        if (RelativePath.isRelative(link.target())) {
            return true;
        }
        Folder folder = from.folder();
        return link instanceof Link.PathLink
                && RelativePath.resolve(folder, link.target()).stream()
                        .flatMap(path -> Stream.concat(
                                Stream.of(path), NotePath.NOTE_SUFFIXES.stream().map(suffix -> path + suffix)))
                        .filter(NotePath::isPath)
                        .map(NotePath::new)
                        .anyMatch(resolver.former().of(file)::contains);
    }

    private boolean leadsTo(String target, Target wanted) {
        return resolver.resolveTarget(from, with(target)) instanceof Resolved to
                && !to.isUnsure()
                && to.target().equals(wanted);
    }

    private Link.Local with(String target) {
        return switch (link) {
            case Link.WikiLink wiki ->
                new Link.WikiLink(target, wiki.fragment(), wiki.isEmbed(), wiki.place(), wiki.span());
            case Link.PathLink path ->
                new Link.PathLink(target, path.fragment(), path.isEmbed(), path.place(), path.span());
        };
    }

    /** The link with its new target, as far as it matters for where it leads: {@code [[elm]]} or {@code (../elm.md)}. */
    Optional<String> written() {
        return target().map(target -> LinkProblem.written(with(target)));
    }
}
