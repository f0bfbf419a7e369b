package garden.git.history;

import garden.git.history.FileHistory.Life;
import garden.note.BlobId;
import garden.note.CommitHistory;
import garden.note.CommitId;
import garden.note.Contributor;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Touch;
import garden.note.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;

/**
 * The history of one commit, whatever is added meanwhile. Holds only versions that readers may see. Any number of threads may
 * read; cost is logarithmic in the history for each version read.
 */
public final class HistoryView implements CommitHistory {

    private final CommitId commit;
    private final HistoryMaps maps;
    private final FileHistory lives;

    HistoryView(CommitId commit, HistoryMaps maps) {
        this.commit = commit;
        this.maps = maps;
        this.lives = new FileHistory(maps);
    }

    /** The commit whose history this is. */
    public CommitId commit() {
        return commit;
    }

    /** Number of versions of the file at {@code path}, under all its names, those of ignored commits included. */
    @Override
    public int versionCount(NotePath path) {
        return count(maps.versions(), lives.of(path.value()));
    }

    /** Number of changes of the file at {@code path}, its creation included: the versions but for ignored commits. */
    @Override
    public int changeCount(NotePath path) {
        List<Life> all = lives.of(path.value());
        return count(maps.versions(), all) - count(maps.dimmed(), all);
    }

    private static int count(MVMap<String, ?> map, List<Life> lives) {
        return Math.toIntExact(lives.stream()
                .mapToLong(life -> HistoryMaps.count(map, life.from(), life.to()))
                .sum());
    }

    /** Versions from the newest, those under its present name first; {@code offset} of them left out. */
    @Override
    public List<Version> versions(NotePath path, int offset, int limit) {
        List<Version> versions = new ArrayList<>();
        long skipped = offset;
        for (Life life : lives.of(path.value())) {
            long first = HistoryMaps.index(maps.versions(), life.from());
            long end = HistoryMaps.index(maps.versions(), life.to());
            for (long i = end - 1 - skipped; i >= first && versions.size() < limit; i--) {
                versions.add(version(maps.versions().getKey(i)));
            }
            skipped = Math.max(0, skipped - (end - first));
        }
        return versions;
    }

    /** What {@code commit} made of the file at {@code path}; empty when it did not touch it, or none may see it. */
    @Override
    public Optional<Version> version(NotePath path, CommitId commit) {
        Optional<CommitRow> row = maps.commit(commit.hex());
        return row.flatMap(found -> lives.of(path.value()).stream()
                .map(life -> new KeyInLife(life, new RowKey(life.path(), found.position(), commit.hex()).toString()))
                .filter(KeyInLife::isInside)
                .map(KeyInLife::key)
                .filter(maps.versions()::containsKey)
                .map(this::version)
                .findFirst());
    }

    private record KeyInLife(Life life, String key) {
        boolean isInside() {
            return life.holds(key);
        }
    }

    private Version version(String key) {
        RowKey at = RowKey.parse(key);
        String text = maps.versions().get(key);
        if (text == null) {
            throw new IllegalStateException("history: expected a version at " + at + ", found none");
        }
        VersionRow row = VersionRow.parse(text);
        CommitRow by = row(at.commit());
        return new Version(
                at.commitId(),
                Instant.ofEpochSecond(by.written()),
                by.author(),
                by.subject(),
                new NotePath(at.path()),
                new BlobId(row.blob()),
                row.before().stream().map(BlobId::new).toList(),
                row.formerly().isEmpty() ? Optional.empty() : Optional.of(new NotePath(row.formerly())),
                by.isIgnored());
    }

    private CommitRow row(String commit) {
        return maps.commit(commit).orElseThrow(() -> new IllegalStateException("history: no commit " + commit));
    }

    /** The names that the file at {@code path} had before, from the latest; those that readers could never see left out. */
    @Override
    public List<NotePath> formerPaths(NotePath path) {
        Set<NotePath> names = new LinkedHashSet<>();
        for (Life life : lives.of(path.value())) {
            if (!life.path().equals(path.value()) && HistoryMaps.count(maps.versions(), life.from(), life.to()) > 0) {
                names.add(new NotePath(life.path()));
            }
        }
        return List.copyOf(names);
    }

    /** Who wrote the latest {@code max} versions that count as changes, by number of them, then by name. */
    @Override
    public List<Contributor> authors(NotePath path, int max) {
        Map<String, Integer> counts = new HashMap<>();
        for (Version version : versions(path, 0, max)) {
            if (!version.isIgnored() && !version.author().isEmpty()) {
                counts.merge(version.author(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Contributor(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
    }

    /**
     * What became of the file that was once at {@code path}: the latest of its renames that leads to a living file, however
     * many steps away; else how the last file there, or what it was renamed to, ended.
     *
     * @param isLiving whether a file is at a path now and readers may see it
     */
    public RenamedOrDeleted renamedOrDeleted(NotePath path, Predicate<NotePath> isLiving) {
        return isLiving.test(path)
                ? new RenamedOrDeleted.Unknown()
                : new RenameFollower(maps, isLiving).from(path.value());
    }

    /** Commits that touched notes, from the newest; {@code offset} of them left out. */
    @Override
    public List<Touch> touches(int offset, int limit) {
        List<Touch> touches = new ArrayList<>();
        for (long i = maps.timeline().sizeAsLong() - 1 - offset; i >= 0 && touches.size() < limit; i--) {
            touches.add(touch(maps.timeline().getKey(i)));
        }
        return touches;
    }

    /** One of these commits; empty for one that touched no notes that readers could see. */
    @Override
    public Optional<Touch> touch(CommitId id) {
        return maps.commit(id.hex())
                .map(row -> RowKey.place(row.position(), id.hex()))
                .filter(maps.timeline()::containsKey)
                .map(this::touch);
    }

    private Touch touch(String place) {
        CommitId id = new CommitId(RowKey.commit(place));
        CommitRow by = row(id.hex());
        String paths = maps.timeline().getOrDefault(place, "");
        List<NotePath> notes =
                Arrays.stream(paths.split("\0", -1)).map(NotePath::new).toList();
        return new Touch(id, Instant.ofEpochSecond(by.written()), by.author(), by.subject(), notes);
    }

    /** Number of commits that touched notes. */
    @Override
    public int touchCount() {
        return maps.timeline().size();
    }
}
