package garden.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that a data folder is this server's alone, by an exclusive lock of the operating system on one file in it; so it ends
 * with the process, however that ends. The file names the process, for those who come second, and stays.
 */
public final class DataLock implements AutoCloseable {

    /** Beyond the text: where locks are mandatory, as on Windows, others must be able to read it. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int MAX_TEXT = 1_000;

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Some other server has the data folder. */
    public static final class HeldException extends IOException {

        private static final long serialVersionUID = 1;

        HeldException(String message) {
            super(message);
        }
    }

    /**
     * Takes the data folder, which must be there.
     *
     * @throws HeldException when another server has it
     */
    static DataLock take(DataFolder data, Instant started) throws IOException {
        Path file = data.lock();
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new HeldException(data.path() + " is in use by another process: " + holder(file)
                        + "; stop it, or choose another data folder with --data");
            }
            String text = "process " + ProcessHandle.current().pid() + ", started at " + started + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            return new DataLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** It may just be taking the lock, and not have said so yet. */
    private static String holder(Path file) throws IOException {
        try (var text = Files.newInputStream(file)) {
            String holder = new String(text.readNBytes(MAX_TEXT), StandardCharsets.UTF_8).strip();
            return holder.isEmpty() ? "a server that is starting" : holder;
        }
    }

    /** Lets the folder go. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
