package garden.git.history;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.Ids;
import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.git.seed.Seed;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An advance equals a rebuild, over random histories with merges, renames, and times that run backwards. */
class HistoryPropertyTest {

    private static final List<String> PATHS = List.of("a.md", "b.md", "c.md", "x/a.md", "x/b.md");

    @TempDir
    Path folder;

    /** A commit and the files in it. */
    private record Made(CommitId id, SortedMap<String, String> files) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void advanceEqualsRebuild(long seed) throws IOException {
        Random random = new Random(seed);
        try (NotesRepository repository = empty();
                History advanced =
                        History.open(repository, folder.resolve("advanced"), OpenRules.OPEN, commits -> {})) {
            List<Made> commits = commits(repository, random, 40);
            Optional<CommitId> at = Optional.empty();
            for (int i = 0; i < 20; i++) {
                CommitId to = commits.get(random.nextInt(commits.size())).id();
                SortedMap<String, Dates> before = dates(advanced);
                Set<NotePath> mayDiffer = advanced.advance(at, to);

                SortedMap<String, Dates> after = dates(advanced);
                try (History rebuilt = rebuilt(repository, to, i)) {
                    assertThat(after).as("seed %d step %d", seed, i).isEqualTo(dates(rebuilt));
                    assertThat(told(advanced, to))
                            .as("seed %d step %d", seed, i)
                            .isEqualTo(told(rebuilt, to));
                }
                checkCovers(mayDiffer, before, after);
                at = Optional.of(to);
            }
        }
    }

    private NotesRepository empty() throws IOException {
        Path location = folder.resolve("garden.git");
        ServedBranch branch = new ServedBranch("main");
        new Seed(Optional.empty(), branch, Folder.ROOT).plant(location, Instant.EPOCH);
        return NotesRepository.open(location, branch, Folder.ROOT);
    }

    private History rebuilt(NotesRepository repository, CommitId to, int step) throws IOException {
        History history = History.open(repository, folder.resolve("rebuilt" + step), OpenRules.OPEN, commits -> {});
        history.advance(Optional.empty(), to);
        return history;
    }

    /** All that the history tells of each path, and the latest commits. */
    private static List<Object> told(History history, CommitId at) {
        HistoryView view = history.at(at).orElseThrow();
        List<Object> told = new ArrayList<>();
        for (String path : PATHS) {
            NotePath note = new NotePath(path);
            told.add(view.versions(note, 0, 1000));
            told.add(view.formerPaths(note));
            told.add(view.changeCount(note));
            told.add(view.renamedOrDeleted(note, living -> living.value().startsWith("x/")));
        }
        told.add(view.touches(0, 1000));
        return told;
    }

    private static SortedMap<String, Dates> dates(History history) {
        SortedMap<String, Dates> dates = new TreeMap<>();
        for (String path : PATHS) {
            history.dates(new NotePath(path)).ifPresent(found -> dates.put(path, found));
        }
        return dates;
    }

    private static void checkCovers(Set<NotePath> paths, Map<String, Dates> before, Map<String, Dates> after) {
        for (String path : PATHS) {
            if (!Optional.ofNullable(before.get(path)).equals(Optional.ofNullable(after.get(path)))) {
                assertThat(paths).contains(new NotePath(path));
            }
        }
    }

    private static List<Made> commits(NotesRepository repository, Random random, int count) throws IOException {
        List<Made> commits = new ArrayList<>();
        try (ObjectInserter inserter = repository.repository().newObjectInserter()) {
            for (int i = 0; i < count; i++) {
                List<Made> parents = parents(commits, random);
                SortedMap<String, String> files = new TreeMap<>();
                parents.forEach(parent -> files.putAll(parent.files()));
                edit(files, random);
                commits.add(new Made(insert(inserter, parents, files, random.nextInt(1000)), files));
            }
            inserter.flush();
        }
        return commits;
    }

    private static List<Made> parents(List<Made> commits, Random random) {
        List<Made> parents = new ArrayList<>();
        int count = commits.isEmpty() || random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4) / 3;
        for (int i = 0; i < count; i++) {
            Made parent = commits.get(Math.max(0, commits.size() - 1 - random.nextInt(4)));
            if (!parents.contains(parent)) {
                parents.add(parent);
            }
        }
        return parents;
    }

    private static void edit(SortedMap<String, String> files, Random random) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        switch (random.nextInt(4)) {
            case 0 -> files.remove(path);
            case 1 -> {
                String text = files.remove(path);
                if (text != null) {
                    files.put(PATHS.get(random.nextInt(PATHS.size())), text);
                }
            }
            default -> files.put(path, "text " + random.nextInt(20));
        }
    }

    private static CommitId insert(
            ObjectInserter inserter, List<Made> parents, SortedMap<String, String> files, int seconds)
            throws IOException {
        DirCache tree = DirCache.newInCore();
        DirCacheBuilder builder = tree.builder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(
                    inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
            builder.add(entry);
        }
        builder.finish();
        PersonIdent author = new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree.writeTree(inserter));
        commit.setAuthor(author);
        commit.setCommitter(author);
        commit.setMessage("");
        parents.forEach(
                parent -> commit.addParentId(ObjectId.fromString(parent.id().hex())));
        return Ids.commit(inserter.insert(commit));
    }
}
