package garden.git.upstream;

import garden.git.MeteredPack;
import garden.git.PackBudget;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.errors.TooLargePackException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;

/**
 * The bare repository as a fetch sees it: what comes in is bounded in bytes and in time. JGit bounds what is pushed to it, but
 * not what it fetches.
 */
final class FetchRepository extends FileRepository {

    private final UpstreamLimits limits;
    private final FetchClock clock;
    private final PackBudget budget;

    FetchRepository(Path location, UpstreamLimits limits, FetchClock clock) throws IOException {
        super(new FileRepositoryBuilder()
                .setGitDir(location.toFile())
                .setBare()
                .setMustExist(true)
                .setup());
        this.limits = limits;
        this.clock = clock;
        this.budget = new PackBudget(limits.pack());
    }

    /** What this fetch may still cost. */
    PackBudget budget() {
        return budget;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        return new BoundedInserter(super.newObjectInserter());
    }

    private final class BoundedInserter extends ObjectInserter.Filter {

        private final ObjectInserter inserter;

        BoundedInserter(ObjectInserter inserter) {
            this.inserter = inserter;
        }

        @Override
        protected ObjectInserter delegate() {
            return inserter;
        }

        @Override
        public PackParser newPackParser(InputStream pack) throws IOException {
            MeteredPack metered = new MeteredPack(new BoundedPack(pack, limits.maxPackBytes(), clock), budget);
            metered.begin();
            PackParser parser = inserter.newPackParser(metered);
            parser.setMaxObjectSizeLimit(limits.maxObjectBytes());
            return parser;
        }
    }

    /** Fails when more than so many bytes are read, or the time is over. */
    private static final class BoundedPack extends FilterInputStream {

        private final long maxBytes;
        private final FetchClock clock;
        private long count;

        BoundedPack(InputStream pack, long maxBytes, FetchClock clock) {
            super(pack);
            this.maxBytes = maxBytes;
            this.clock = clock;
        }

        @Override
        public int read() throws IOException {
            int found = super.read();
            counted(found < 0 ? 0 : 1);
            return found;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int found = super.read(bytes, offset, length);
            counted(Math.max(0, found));
            return found;
        }

        private void counted(int bytes) throws IOException {
            count += bytes;
            if (count > maxBytes) {
                throw new TooLargePackException(maxBytes);
            }
            clock.check();
        }
    }
}
