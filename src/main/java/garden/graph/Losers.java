package garden.graph;

import garden.graph.Explanation.Loser;
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
record Losers(Resolver resolver, NotePath from, Link.Local link) {

    /** By reason, then by path; each once, and {@link Explanation#MAX_LOSERS} at most. */
    List<Loser> of(Resolution resolution) {
        boolean isName =
                !link.target().isEmpty() && !link.target().startsWith("/") && !RelativePath.isRelative(link.target());
        if (!isName) {
            return List.of();
        }
        Map<NotePath, Loser> losers = new LinkedHashMap<>();
        Stream.concat(named(resolution), owners(resolution.rule()))
                .filter(loser -> resolver.isTold(loser.path()) && !isTaken(loser.path(), resolution))
                .forEach(loser -> losers.putIfAbsent(loser.path(), loser));
        return losers.values().stream().limit(Explanation.MAX_LOSERS).toList();
    }

    private static boolean isTaken(NotePath path, Resolution resolution) {
        return resolution instanceof Resolved to && to.target().equals(new Target.File(path));
    }

    /** Files that are called so. */
    private Stream<Loser> named(Resolution resolution) {
        Namesakes namesakes = resolver.namesakes(link.target());
        if (resolution.rule() == Rule.IN_PLACE) {
            return losers(namesakes.all(), Reason.NOT_IN_PLACE);
        }
        String name = link.target().substring(link.target().lastIndexOf('/') + 1) + namesakes.suffix();
        Set<NotePath> elsewhere = new TreeSet<>(
                namesakes.suffix().isEmpty()
                        ? resolver.names().spelled(name)
                        : resolver.names().endingWith(name));
        namesakes.all().forEach(elsewhere::remove);
        return Stream.concat(
                losers(elsewhere, Reason.OTHER_PATH),
                namesakes.choice(from.folder()).stream().flatMap(choice -> named(namesakes, choice)));
    }

    private static Stream<Loser> named(Namesakes namesakes, Namesakes.Choice choice) {
        Reason passedOver = namesakes.whole().isEmpty() ? Reason.OUTSIDE_FOLDER : Reason.NOT_WHOLE_PATH;
        int shortest = choice.tied().values().iterator().next().value().length();
        Set<NotePath> out = new TreeSet<>(namesakes.all());
        choice.left().forEach(out::remove);
        return Stream.of(
                        losers(out, passedOver),
                        losers(choice.left(), Reason.LONGER_PATH)
                                .filter(loser -> loser.path().value().length() > shortest),
                        losers(choice.left(), Reason.TIED)
                                .filter(loser -> loser.path().value().length() == shortest))
                .flatMap(reasons -> reasons);
    }

    /** Notes that have the name in a way that counts less than the one that decided. */
    private Stream<Loser> owners(Rule rule) {
        NameKey key = new NameKey(link.target());
        TreePSet<NotePath> aliases = resolver.names().aliases().get(key);
        TreePSet<NotePath> titles = resolver.names().titles().get(key);
        return switch (rule) {
            case IN_PLACE, ONLY_NAME, WHOLE_PATH, OWN_FOLDER, SHORTEST_PATH, TIE ->
                Stream.concat(losers(aliases, Reason.ONLY_ALIAS), losers(titles, Reason.ONLY_TITLE));
            case ALIAS -> losers(titles, Reason.ONLY_TITLE);
            case SELF, RELATIVE_PATH, ROOT_PATH, TITLE, WEB_PATH, LISTING, FORMER_NAME, NOTHING -> Stream.empty();
        };
    }

    private static Stream<Loser> losers(Collection<NotePath> paths, Reason reason) {
        return paths.stream().map(path -> new Loser(path, reason));
    }
}
