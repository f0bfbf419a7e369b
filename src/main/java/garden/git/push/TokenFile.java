package garden.git.push;

import garden.git.BareRepository;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of {@link AccessTokens}: {@code name=hash created} per line, as {@link Properties} writes it. Only its owner may
 * read it; it is replaced as a whole; changes made by other processes are seen. Any number of threads.
 */
final class TokenFile {

    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final String PREFIX = "tokens";
    private static final String SUFFIX = ".new";

    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[] {};

    private final Path file;
    private final Path folder;
    private volatile Loaded loaded = Loaded.NOTHING;

    TokenFile(Path file) {
        this.file = file.toAbsolutePath();
        this.folder = Objects.requireNonNull(this.file.getParent(), "a file is in a folder");
    }

    /** A token as stored; the hash is not copied, since it never leaves the package. */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(byte[] hash, Instant created) {}

    /** What the file held when it looked like {@code stamp}. */
    private record Loaded(String stamp, SortedMap<String, Entry> tokens) {
        static final Loaded NOTHING = new Loaded("", Collections.emptySortedMap());
    }

    /** Says what the tokens become, or refuses. */
    interface Update {
        SortedMap<String, Entry> apply(SortedMap<String, Entry> tokens) throws IOException;
    }

    /** The tokens by name; none when there is no file. Reads only when the file is not the one read before. */
    SortedMap<String, Entry> read() throws IOException {
        String stamp = stamp();
        Loaded before = loaded;
        if (stamp.equals(before.stamp())) {
            return before.tokens();
        }
        SortedMap<String, Entry> tokens = parse();
        loaded = new Loaded(stamp, tokens);
        return tokens;
    }

    private String stamp() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private SortedMap<String, Entry> parse() throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (NoSuchFileException e) {
            return Collections.emptySortedMap();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": expected name=hash time per line: " + e.getMessage(), e);
        }
        SortedMap<String, Entry> tokens = new TreeMap<>();
        for (Map.Entry<Object, Object> line : lines.entrySet()) {
            tokens.put(line.getKey().toString(), entry(line.getValue().toString()));
        }
        return Collections.unmodifiableSortedMap(tokens);
    }

    private Entry entry(String value) throws IOException {
        int space = value.indexOf(' ');
        try {
            return new Entry(
                    HexFormat.of().parseHex(value.substring(0, Math.max(space, 0))),
                    Instant.parse(value.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException(file + ": expected a hash and a time after each name, found something else", e);
        }
    }

    /** Replaces the tokens; one caller at a time over all threads and processes. */
    void update(Update update) throws IOException {
        Files.createDirectories(folder);
        locked(() -> write(update.apply(parse())));
    }

    /** Removes the unfinished files of updates whose process was killed. */
    void removeStale() throws IOException {
        if (unfinished().isEmpty()) {
            return;
        }
        locked(() -> {
            for (Path path : unfinished()) {
                Files.delete(path);
                LOG.info("removed {}, left behind by a process that was killed", path);
            }
        });
    }

    private List<Path> unfinished() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            files.forEach(found::add);
        }
        return found;
    }

    /** What is done while no other process changes the tokens. */
    private interface Work {
        void run() throws IOException;
    }

    private void locked(Work work) throws IOException {
        // A file lock belongs to the whole JVM, so threads need a lock of their own.
        synchronized (TokenFile.class) {
            Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                work.run();
                lock.release();
            }
        }
    }

    private void write(SortedMap<String, Entry> tokens) throws IOException {
        Properties lines = new Properties();
        tokens.forEach((name, entry) ->
                lines.setProperty(name, HexFormat.of().formatHex(entry.hash()) + " " + entry.created()));
        Path fresh = Files.createTempFile(folder, PREFIX, SUFFIX, OWNER_ONLY);
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                lines.store(writer, "Access tokens, hashed; change with: garden token");
            }
            BareRepository.force(fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            BareRepository.force(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
