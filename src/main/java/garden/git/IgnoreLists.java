package garden.git;

import garden.note.IgnoredFiles;
import garden.note.NotePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files left out by lists whose patterns mean what they mean in {@code .gitignore} (gitignore(5), read by JGit), but for case and
 * Unicode form.
 *
 * @param files lists in the garden, by their paths
 */
public record IgnoreLists(IgnoreList configuration, SortedMap<NotePath, IgnoreList> files) implements IgnoredFiles {

    /** Leaves out nothing. */
    public static final IgnoreLists NONE = of(List.of());

    public IgnoreLists {
        files = new TreeMap<>(files);
    }

    /** What the configuration's {@code patterns} leave out. */
    public static IgnoreLists of(List<String> patterns) {
        return new IgnoreLists(IgnoreList.ofConfiguration(patterns), new TreeMap<>());
    }

    @Override
    public boolean contains(NotePath path) {
        return configuration.contains(path.value())
                || files.values().stream().anyMatch(list -> list.contains(path.value()));
    }

    @Override
    public IgnoreLists with(NotePath list, String text) {
        SortedMap<NotePath, IgnoreList> more = new TreeMap<>(files);
        more.put(list, IgnoreList.ofFile(list.folder(), text));
        return new IgnoreLists(configuration, more);
    }

    @Override
    public IgnoreLists withUnreadable(NotePath list) {
        SortedMap<NotePath, IgnoreList> more = new TreeMap<>(files);
        more.put(list, IgnoreList.unreadable(list.folder()));
        return new IgnoreLists(configuration, more);
    }

    @Override
    public IgnoreLists without(NotePath list) {
        SortedMap<NotePath, IgnoreList> fewer = new TreeMap<>(files);
        fewer.remove(list);
        return new IgnoreLists(configuration, fewer);
    }

    @Override
    public IgnoreLists configured() {
        return new IgnoreLists(configuration, new TreeMap<>());
    }

    @Override
    public List<String> unused(Collection<NotePath> paths) {
        List<String> all = paths.stream().map(NotePath::value).toList();
        List<String> unused = new ArrayList<>(configuration.unused("", all));
        files.forEach((path, list) -> unused.addAll(list.unused(path.value(), all)));
        return unused;
    }
}
