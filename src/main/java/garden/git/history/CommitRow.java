package garden.git.history;

/**
 * What the history keeps of a commit.
 *
 * @param position orders commits: the committer's time, or one more than the latest parent's if that is later, so that no clock
 *     puts a commit before what it was built on; in seconds since 1970
 * @param written the author's time, or the committer's when the author's cannot be true; in seconds since 1970
 * @param author without mail address; may be empty
 * @param subject empty when the commit touches what readers may not see
 */
record CommitRow(long position, long written, boolean isIgnored, String author, String subject) {

    private static final String SEPARATOR = "\n";

    String text() {
        return String.join(
                SEPARATOR, Long.toString(position), Long.toString(written), isIgnored ? "i" : "", author, subject);
    }

    static CommitRow parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new CommitRow(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), !parts[2].isEmpty(), parts[3], parts[4]);
    }
}
