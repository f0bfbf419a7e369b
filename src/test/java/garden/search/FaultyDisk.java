package garden.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** Disks of indexes that fail when they are told to, all together, at the n-th thing that is written, and at all that follow. */
public final class FaultyDisk {

    /** What goes wrong. */
    public enum Fault {
        DISK,
        MEMORY,
        STACK,
        CLASS;

        private void happen() throws IOException {
            switch (this) {
                case DISK -> throw new IOException("No space left on device");
                case MEMORY -> throw new OutOfMemoryError("made up");
                case STACK -> throw new StackOverflowError("made up");
                case CLASS -> throw new NoClassDefFoundError("made up");
            }
        }
    }

    private static final int NEVER = Integer.MAX_VALUE;

    private final AtomicInteger left = new AtomicInteger(NEVER);
    private final AtomicInteger saves = new AtomicInteger();
    private volatile Fault fault = Fault.DISK;
    private volatile Runnable watcher = () -> {};

    /** The index in {@code folder}, on such a disk. */
    public SearchIndex open(Path folder, String configuration) throws IOException {
        return SearchIndex.open(folder, configuration, Disk::new);
    }

    /** Fails from the n-th write on, counted from 1. */
    public void failAt(int operation, Fault kind) {
        fault = kind;
        left.set(operation);
    }

    /** Fails no longer. */
    public void heal() {
        left.set(NEVER);
    }

    /** Runs {@code watcher} before each write. */
    public void watch(Runnable watcher) {
        this.watcher = watcher;
    }

    /** How often an index was put on disk. */
    public int saves() {
        return saves.get();
    }

    private void use() throws IOException {
        watcher.run();
        if (left.get() != NEVER && left.decrementAndGet() <= 0) {
            left.set(1);
            fault.happen();
        }
    }

    private final class Disk extends FilterDirectory {

        Disk(Directory in) {
            super(in);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            use();
            return super.createOutput(name, context);
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            use();
            super.sync(names);
        }

        @Override
        public void rename(String source, String dest) throws IOException {
            use();
            super.rename(source, dest);
            if (dest.startsWith("segments")) {
                saves.incrementAndGet();
            }
        }

        @Override
        public void syncMetaData() throws IOException {
            use();
            super.syncMetaData();
        }
    }
}
