package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.graph.Resolution.Rule;
import garden.note.Folder;
import garden.note.NotePath;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files whose paths end with one name, and which of them a link from a folder takes: rules 6 to 10 of
 * notes/internals/decisions/0004-link-resolution.md. Remembers its choices, so that many links cost what one costs; owned by one
 * thread.
 */
final class Namesakes {

    /** By length without suffix, then {@link NotePath#BY_NAME}: links need no suffix, so that none makes a path longer. */
    static final Comparator<NotePath> SHORTEST_FIRST =
            Comparator.comparingInt(Namesakes::length).thenComparing(NotePath.BY_NAME);

    private final String suffix;
    private final List<NotePath> all;
    private final List<NotePath> whole;
    private final Map<Folder, Choice> byFolder = new HashMap<>();
    private final int parts;
    private final Predicate<NotePath> isTold;
    private final List<NotePath> toldOfAll;
    private long considered;

    /**
     * @param wanted a spelling of the name
     * @param suffix what of it is not in the links
     * @param all those whose path ends with the name, by path
     * @param whole those of them whose whole path is the name, by path
     * @param isTold whether a file may be named beside the one that is taken
     */
    Namesakes(String wanted, String suffix, List<NotePath> all, List<NotePath> whole, Predicate<NotePath> isTold) {
        this.parts = wanted.split("/", -1).length;
        this.suffix = suffix;
        this.all = all;
        this.whole = whole;
        this.isTold = isTold;
        this.toldOfAll = told(all);
        this.considered = all.size();
    }

    /** Those whose path ends with the name, by path. */
    List<NotePath> all() {
        return all;
    }

    /** Those of them whose whole path is the name, by path. */
    List<NotePath> whole() {
        return whole;
    }

    /** What the name has at its end and links to it do not: {@code .md}, or nothing. */
    String suffix() {
        return suffix;
    }

    /** Number of files looked at so far. */
    long considered() {
        return considered;
    }

    /** What is left for links in {@code folder} to choose from; empty when no file has the name. */
    Optional<Choice> choice(Folder folder) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Choice known = byFolder.get(folder);
        if (known == null) {
            known = decide(folder);
            byFolder.put(folder, known);
        }
        return Optional.of(known);
    }

    private Choice decide(Folder folder) {
        if (all.size() == 1) {
            return choice(all, toldOfAll, Rule.ONLY_NAME);
        }
        if (!whole.isEmpty()) {
            return choice(whole, told(whole), Rule.WHOLE_PATH);
        }
        List<NotePath> near = folder.isRoot() ? List.of() : below(folder);
        if (!near.isEmpty()) {
            return choice(near, toldOfAll, Rule.OWN_FOLDER);
        }
        return folder.isRoot()
                ? choice(all, toldOfAll, Rule.SHORTEST_PATH)
                : choice(Folder.ROOT).orElseThrow();
    }

    private List<NotePath> below(Folder folder) {
        int found = Collections.binarySearch(all, folder.first());
        int start = found < 0 ? -found - 1 : found;
        int end = start;
        while (end < all.size() && all.get(end).value().startsWith(folder.prefix())) {
            end++;
        }
        return all.subList(start, end);
    }

    private Choice choice(List<NotePath> left, List<NotePath> told, Rule rule) {
        considered += left.size();
        int length = length(left.stream().min(SHORTEST_FIRST).orElseThrow());
        List<NotePath> shortest = left.stream()
                .filter(path -> length(path) == length)
                .sorted(NotePath.BY_NAME)
                .toList();
        Map<String, NotePath> tied = new LinkedHashMap<>();
        shortest.forEach(path -> tied.putIfAbsent(end(path), path));
        boolean isTie =
                !shortest.getFirst().withoutSuffix().equals(shortest.getLast().withoutSuffix());
        return new Choice(left, tied, told, isTie ? Rule.TIE : rule);
    }

    private static int length(NotePath path) {
        return path.withoutSuffix().length();
    }

    /** As many as one may be passed over and there are still too many to be named. */
    private List<NotePath> told(List<NotePath> named) {
        return named.stream().filter(isTold).limit(Resolution.MAX_NAMED + 2L).toList();
    }

    /** As many of the path's last parts as the name has. */
    private String end(NotePath path) {
        int start = path.value().length();
        for (int i = 0; i < parts && start >= 0; i++) {
            start = path.value().lastIndexOf('/', start - 1);
        }
        return path.value().substring(start + 1);
    }

    /**
     * Files from which a link takes one, by how it is spelled.
     *
     * @param left those that the rules before leave, by path
     * @param tied of the shortest of them the first by path for each spelling of the name, {@link NotePath#BY_NAME}; at least one
     * @param told the first of all that could be meant and may be named, by path
     * @param rule that decides
     */
    record Choice(List<NotePath> left, Map<String, NotePath> tied, List<NotePath> told, Rule rule) {

        /** The file that is spelled as in the link, with its suffix or without, else the first. */
        Resolved take(String target) {
            NotePath chosen = Stream.concat(Stream.of(""), NotePath.NOTE_SUFFIXES.stream())
                    .flatMap(suffix -> Optional.ofNullable(tied.get(target + suffix)).stream())
                    .findFirst()
                    .orElseGet(() -> tied.values().iterator().next());
            List<NotePath> others = told.stream()
                    .filter(path -> !path.equals(chosen))
                    .limit(Resolution.MAX_NAMED + 1)
                    .toList();
            return Resolved.among(new Target.File(chosen), others, rule);
        }
    }
}
