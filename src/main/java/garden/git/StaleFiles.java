package garden.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that was killed leaves behind in a bare repository: locks that nobody holds, and files of transfers that
 * nobody will finish. To be removed while nobody else writes to the repository.
 *
 * <p>Names are those that JGit ({@code LockFile}, {@code ObjectDirectoryPackParser}, {@code ObjectDirectoryInserter}, {@code
 * PackInserter}, {@code GC}) and git give such files. No branch can be called {@code *.lock}: see git-check-ref-format(1).
 *
 * @param repository a bare repository
 */
public record StaleFiles(Path repository) {

    private static final Logger LOG = LoggerFactory.getLogger(StaleFiles.class);

    /** Unfinished packs, loose objects and indexes; a folder is git's, for objects that were being pushed by way of the disk. */
    private static final Pattern UNFINISHED =
            Pattern.compile("objects/(?:incoming_\\w+\\.\\w+|insert_\\w+\\.\\w+|noz\\w+\\.tmp|[0-9a-f]{2}/tmp_obj_\\w+"
                    + "|pack/(?:tmp_(?:pack|idx|rev|bitmap|mtimes)_\\w+|gc_\\w+\\.\\w+)"
                    + "|(?:tmp_objdir-)?incoming-\\w+(?:/.*)?)");

    /** Files by which JGit finds out how exact the times of files are. */
    private static final Pattern PROBE = Pattern.compile("(?:.*/)?\\.probe-[0-9a-f-]{36}");

    private static final Pattern LOCK = Pattern.compile("[^/]+\\.lock|(?:refs|logs|objects/(?:info|pack))/.+\\.lock");

    private static final Pattern KEEP = Pattern.compile("objects/pack/pack-[0-9a-f]+\\.keep");

    /** As a transfer signs its {@code .keep}, of JGit and of git; those that somebody wrote stay. */
    private static final Pattern TRANSFER =
            Pattern.compile("(?:jgit )?(?:receive-pack|fetch-pack|fetch|push|index-pack)\\b.*", Pattern.DOTALL);

    private static final String GC_PID = "gc.pid";
    private static final int MAX_KEEP_BYTES = 1_000;

    /** Removes all of it, each named in the log; nothing while a garbage collection that somebody started is at work. */
    public void remove() throws IOException {
        Optional<ProcessHandle> collector = collector();
        if (collector.isPresent()) {
            LOG.warn(
                    "git gc (process {}) is at work in {}: nothing that was left behind is removed",
                    collector.get().pid(),
                    repository);
            return;
        }
        for (Path path : found()) {
            Files.deleteIfExists(path);
            LOG.info("removed {}, left behind by a process that was killed", path);
        }
    }

    /** Deepest first, so that folders are empty when their turn comes. */
    private List<Path> found() throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(repository)) {
            all = paths.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<Path> found = new ArrayList<>();
        for (Path path : all.reversed()) {
            if (isStale(path)) {
                found.add(path);
            }
        }
        return found;
    }

    private boolean isStale(Path path) throws IOException {
        String name = repository.relativize(path).toString().replace('\\', '/');
        if (UNFINISHED.matcher(name).matches()) {
            return true;
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && (name.equals(GC_PID)
                        || PROBE.matcher(name).matches()
                        || LOCK.matcher(name).matches()
                        || (KEEP.matcher(name).matches() && isOfTransfer(path)));
    }

    private static boolean isOfTransfer(Path keep) throws IOException {
        try (var text = Files.newInputStream(keep)) {
            return TRANSFER.matcher(new String(text.readNBytes(MAX_KEEP_BYTES), StandardCharsets.UTF_8))
                    .matches();
        }
    }

    /** The process that {@code gc.pid} names, unless that number went to another one since. */
    private Optional<ProcessHandle> collector() throws IOException {
        Path file = repository.resolve(GC_PID);
        try (Scanner words = new Scanner(Files.readString(file, StandardCharsets.ISO_8859_1))) {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return words.hasNextLong()
                    ? ProcessHandle.of(words.nextLong())
                            .filter(process ->
                                    process.pid() != ProcessHandle.current().pid())
                            .filter(process -> isOlder(process, written))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean isOlder(ProcessHandle process, Instant written) {
        return process.info()
                .startInstant()
                .map(start -> !start.isAfter(written))
                .orElse(true);
    }
}
