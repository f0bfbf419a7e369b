package garden.git;

/** What one push or fetch has used of its {@link PackLimits}; time runs from the beginning. For one thread. */
public final class PackBudget {

    private static final String MORE = "more";

    private final PackLimits limits;
    private final long start = System.nanoTime();
    private long received;
    private long unpacked;
    private long resolved;
    private long entries;

    /** Nothing used yet; its time begins now. */
    public PackBudget(PackLimits limits) {
        this.limits = limits;
    }

    /** So many objects are about to come. */
    void announce(long objects) throws PackLimitException {
        if (objects > limits.maxObjects()) {
            throw PackLimitException.of(
                    "at most " + limits.maxObjects() + " objects", String.valueOf(objects), "git.maxObjects");
        }
    }

    /** So many bytes of the pack came. */
    void receive(long bytes) {
        received += bytes;
    }

    /** An object, or the difference by which it is sent, was unpacked to so many bytes more. */
    void unpack(long bytes) throws PackLimitException {
        unpacked += bytes;
        checkBytes(unpacked);
    }

    /** An object of so many bytes was put together from what was unpacked. */
    void resolve(long bytes) throws PackLimitException {
        resolved += bytes;
        checkBytes(resolved);
    }

    private void checkBytes(long bytes) throws PackLimitException {
        long most = limits.maxUnpackedBytes(received);
        if (bytes > most) {
            String from = most < limits.maxUnpackedBytes() ? " from so small a pack" : "";
            throw PackLimitException.of(
                    "at most " + most + " bytes when unpacked" + from, MORE, "git.maxUnpackedBytes");
        }
        checkTime();
    }

    /** So many entries of trees were compared. */
    void compare(int count) throws PackLimitException {
        entries += count;
        if (entries > limits.maxEntries()) {
            throw PackLimitException.of(
                    "commits that change at most " + limits.maxEntries() + " files and folders together",
                    MORE,
                    "git.maxChangedFiles");
        }
        checkTime();
    }

    /** A folder is inside so many others. */
    void descend(int depth) throws PackLimitException {
        if (depth > limits.maxDepth()) {
            throw PackLimitException.of(
                    "at most " + limits.maxDepth() + " folders inside each other", MORE, "git.maxFolderDepth");
        }
    }

    private void checkTime() throws PackLimitException {
        if (System.nanoTime() - start > limits.whole().toNanos()) {
            throw PackLimitException.of(
                    "to be done after " + limits.whole().toSeconds() + " s", "that it is not", "git.pushTimeout");
        }
    }
}
