package garden.graph;

import garden.graph.Resolution.Ambiguous;
import garden.graph.Resolution.HeadingMatch;
import garden.graph.Resolution.Missing;
import garden.graph.Resolution.Resolved;
import garden.note.Block;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what is wrong with a link, in words for its author. */
final class LinkProblem {

    private static final int MAX_NAMED = 5;

    private LinkProblem() {}

    /** The problems of a note: first those in its text, then those of its links. */
    static Stream<LocatedProblem> all(Note note, Stream<ResolvedLink> links) {
        return Stream.concat(note.problems().stream(), links.flatMap(link -> of(link).stream()))
                .map(problem -> new LocatedProblem(note.path(), problem));
    }

    /** The problem of a link; empty when it leads where it says. */
    static Optional<Problem> of(ResolvedLink resolved) {
        Link.Local link = resolved.link();
        return switch (resolved.resolution()) {
            case Missing(Resolution.Rule rule) ->
                problem(Problem.Kind.BROKEN_LINK, link, "broken link " + written(link) + ": " + lacking(link, rule));
            case Ambiguous(List<NotePath> candidates, Resolution.Rule rule) ->
                problem(
                        Problem.Kind.AMBIGUOUS_LINK,
                        link,
                        "link " + written(link) + " is ambiguous"
                                + (candidates.isEmpty() ? "" : ": " + list(candidates)) + "; write a path to choose");
            case Resolved to
            when to.heading() == HeadingMatch.MISSING ->
                isBlock(link)
                        ? problem(Problem.Kind.MISSING_BLOCK, link, lacks(link, "a block", to))
                        : problem(Problem.Kind.MISSING_HEADING, link, lacks(link, "a heading", to));
            case Resolved to
            when to.isUnsure() ->
                problem(
                        Problem.Kind.AMBIGUOUS_LINK,
                        link,
                        "link " + written(link) + " takes " + name(to.target())
                                + (to.rule() == Resolution.Rule.TIE ? ", but could as well be " : ", but could be ")
                                + (to.isOneOfMany() ? "any of many files of that name" : list(to.others()))
                                + "; write a path to choose");
            case Resolved to
            when to.rule() == Resolution.Rule.FORMER_NAME ->
                problem(
                        Problem.Kind.MOVED_LINK,
                        link,
                        "link " + written(link) + " leads to " + name(to.target()) + " by its old name");
            case Resolved to -> Optional.empty();
        };
    }

    /** What the link looked for and did not find, in words. */
    private static String lacking(Link.Local link, Resolution.Rule rule) {
        return switch (rule) {
            case RELATIVE_PATH, ROOT_PATH -> "there is no file at this path";
            default -> link.isEmbed() ? "no file has this name" : "no note has this name";
        };
    }

    private static boolean isBlock(Link.Local link) {
        return link.fragment().substring(link.fragment().lastIndexOf('#') + 1).startsWith(Block.MARK);
    }

    private static String lacks(Link.Local link, String what, Resolved to) {
        return "link " + written(link) + " names " + what + " that " + name(to.target()) + " does not have";
    }

    /** The link as its author wrote it, as far as it matters for where it leads. */
    static String written(Link.Local link) {
        String target = link.fragment().isEmpty() ? link.target() : link.target() + "#" + link.fragment();
        return switch (link) {
            case Link.WikiLink wiki -> "[[" + target + "]]";
            case Link.PathLink path -> "(" + target + ")";
        };
    }

    static String name(Target target) {
        return switch (target) {
            case Target.File(NotePath path) -> path.value();
            case Target.FolderPage(var folder) -> folder.prefix();
            case Target.TagPage(var tag) -> "#" + tag.name();
        };
    }

    /** The first few paths, then how many more there are, or only that there are more when they were not counted. */
    static String list(List<NotePath> paths) {
        String named = paths.stream().limit(MAX_NAMED).map(NotePath::value).collect(Collectors.joining(", "));
        if (paths.size() <= MAX_NAMED) {
            return named;
        }
        return paths.size() < Resolution.MAX_NAMED
                ? named + " and " + (paths.size() - MAX_NAMED) + " more"
                : named + " and more";
    }

    private static Optional<Problem> problem(Problem.Kind kind, Link link, String message) {
        return Optional.of(new Problem(kind, link.span().line(), message));
    }
}
