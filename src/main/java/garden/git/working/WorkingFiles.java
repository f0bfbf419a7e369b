package garden.git.working;

import garden.git.working.WorkingScan.Known;
import garden.git.working.WorkingScan.Place;
import garden.git.working.WorkingScan.Sink;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The files of a working folder that git would add, as a tree. Remembers them: a look at what is told to have changed costs
 * that, one at a new file also its folder, one at everything a look at each file's size and time. For one thread.
 */
final class WorkingFiles {

    private final Place place;
    private final WorkingTree tree = new WorkingTree();
    private final SortedMap<String, Known> known = new TreeMap<>();

    WorkingFiles(Place place) {
        this.place = place;
    }

    /** The tree of all files; every file is looked at, those in {@code changed} are read. */
    ObjectId tree(Sink sink, Optional<ObjectId> head, Set<Path> changed) throws IOException {
        checkRoot();
        SortedMap<String, Known> trusted = new TreeMap<>(known);
        changed.stream()
                .filter(path -> path.startsWith(place.workTree()))
                .forEach(path -> trusted.remove(place.name(path)));
        String everything = place.folder().value();
        replace(Set.of(everything), new WorkingScan(place, sink, head).find(Set.of(everything), trusted));
        return tree.write(sink.inserter());
    }

    /** The tree of all files, of which only those at and below {@code changed} are looked at. */
    ObjectId treeAfter(Sink sink, Optional<ObjectId> head, Set<Path> changed) throws IOException {
        checkRoot();
        WorkingScan scan = new WorkingScan(place, sink, head);
        SortedSet<String> gone = new TreeSet<>();
        SortedSet<String> unknown = new TreeSet<>();
        for (Path path : changed) {
            String name = place.name(path);
            Known before = known.get(name);
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                gone.add(name);
            } else if (before != null && before.isFile() && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                scan.read(path, before.mode()).ifPresentOrElse(now -> put(name, now), () -> gone.add(name));
            } else {
                unknown.add(name);
            }
        }
        replace(gone, new TreeMap<>());
        if (!unknown.isEmpty()) {
            replace(unknown, scan.find(unknown, known));
        }
        return tree.write(sink.inserter());
    }

    private void checkRoot() throws IOException {
        if (!Files.isDirectory(place.root())) {
            throw new IOException("the folder " + place.root() + " is gone");
        }
    }

    /** Makes {@code found} all that is known at and below {@code names}. */
    private void replace(Set<String> names, SortedMap<String, Known> found) {
        for (String name : names) {
            List<String> before = new ArrayList<>(below(name).keySet());
            if (known.containsKey(name)) {
                before.add(name);
            }
            before.stream().filter(path -> !found.containsKey(path)).forEach(this::remove);
        }
        found.forEach(this::put);
    }

    private SortedMap<String, Known> below(String name) {
        return name.isEmpty() ? known : known.subMap(name + "/", name + "0");
    }

    private void remove(String name) {
        known.remove(name);
        tree.remove(name);
    }

    private void put(String name, Known now) {
        Known before = known.put(name, now);
        boolean isSame = before != null && before.mode().equals(now.mode()) && Objects.equals(before.id(), now.id());
        if (!isSame) {
            tree.put(name, now.mode(), now.id());
        }
    }

    /** When a file of the garden was last written, seconds precision; empty when it is not there. */
    Optional<Instant> written(NotePath path) {
        return Optional.ofNullable(known.get(place.folder().prefix() + path.value()))
                .filter(Known::isFile)
                .map(Known::written);
    }

    /** When each file of the garden was last written. */
    Map<NotePath, Instant> written() {
        Map<NotePath, Instant> written = new HashMap<>();
        int start = place.folder().prefix().length();
        known.forEach((name, file) -> {
            if (file.isFile() && NotePath.isPath(name.substring(start))) {
                written.put(new NotePath(name.substring(start)), file.written());
            }
        });
        return written;
    }
}
