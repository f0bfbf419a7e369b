package garden.graph;

import garden.graph.Explanation.PassedOverFile;
import garden.graph.Explanation.Reason;
import garden.graph.Resolution.Resolved;
import garden.graph.Resolution.Rule;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.NotePath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pcollections.TreePSet;

/** The files and notes that a link passes over, and why. Cost: those. */
record PassedOver(Resolver resolver, NotePath from, Link.Local link) {

    /** By reason, then by path; each once, and {@link Explanation#MAX_PASSED_OVER} at most. */
    List<PassedOverFile> of(Resolution resolution) {
        boolean isName =
                !link.target().isEmpty() && !link.target().startsWith("/") && !RelativePath.isRelative(link.target());
        if (!isName) {
            return List.of();
        }
        Map<NotePath, PassedOverFile> passedOver = new LinkedHashMap<>();
        Stream.concat(named(resolution), owners(resolution.rule()))
                .filter(file -> resolver.isTold(file.path()) && !isTaken(file.path(), resolution))
                .forEach(file -> passedOver.putIfAbsent(file.path(), file));
        return passedOver.values().stream().limit(Explanation.MAX_PASSED_OVER).toList();
    }

    private static boolean isTaken(NotePath path, Resolution resolution) {
        return resolution instanceof Resolved to && to.target().equals(new Target.File(path));
    }

    /** Files that are called so. */
    private Stream<PassedOverFile> named(Resolution resolution) {
        Namesakes namesakes = resolver.namesakes(link.target());
        if (resolution.rule() == Rule.IN_PLACE) {
            return passedOver(namesakes.all(), Reason.NOT_IN_PLACE);
        }
        String name = link.target().substring(link.target().lastIndexOf('/') + 1) + namesakes.suffix();
        Set<NotePath> elsewhere = new TreeSet<>(
                namesakes.suffix().isEmpty()
                        ? resolver.names().spelled(name)
                        : resolver.names().endingWith(name));
        namesakes.all().forEach(elsewhere::remove);
        return Stream.concat(
                passedOver(elsewhere, Reason.OTHER_PATH),
                namesakes.choice(from.folder()).stream().flatMap(choice -> named(namesakes, choice)));
    }

    private static Stream<PassedOverFile> named(Namesakes namesakes, Namesakes.Choice choice) {
        Reason passedOver = namesakes.whole().isEmpty() ? Reason.OUTSIDE_FOLDER : Reason.NOT_WHOLE_PATH;
        int shortest = choice.tied().values().iterator().next().value().length();
        Set<NotePath> out = new TreeSet<>(namesakes.all());
        choice.left().forEach(out::remove);
        return Stream.of(
                        passedOver(out, passedOver),
                        passedOver(choice.left(), Reason.LONGER_PATH)
                                .filter(file -> file.path().value().length() > shortest),
                        passedOver(choice.left(), Reason.TIED)
                                .filter(file -> file.path().value().length() == shortest))
                .flatMap(reasons -> reasons);
    }

    /** Notes that have the name in a way that counts less than the one that decided. */
    private Stream<PassedOverFile> owners(Rule rule) {
        NameKey key = new NameKey(link.target());
        TreePSet<NotePath> aliases = resolver.names().aliases().get(key);
        TreePSet<NotePath> titles = resolver.names().titles().get(key);
        return switch (rule) {
            case IN_PLACE, ONLY_NAME, WHOLE_PATH, OWN_FOLDER, SHORTEST_PATH, TIE ->
                Stream.concat(passedOver(aliases, Reason.ONLY_ALIAS), passedOver(titles, Reason.ONLY_TITLE));
            case ALIAS -> passedOver(titles, Reason.ONLY_TITLE);
            case SELF, RELATIVE_PATH, ROOT_PATH, TITLE, WEB_PATH, LISTING, FORMER_NAME, NOTHING -> Stream.empty();
        };
    }

    private static Stream<PassedOverFile> passedOver(Collection<NotePath> paths, Reason reason) {
        return paths.stream().map(path -> new PassedOverFile(path, reason));
    }
}
