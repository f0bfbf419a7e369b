package garden.git.history;

import garden.note.CommitId;

/**
 * Where a commit stands among those that touch a path. As text, rows of a path stand together, from the oldest position.
 *
 * @param position see {@link CommitRow}
 */
record RowKey(String path, long position, String commit) {

    private static final char END_OF_PATH = '\0';
    private static final int POSITION_DIGITS = 10;
    private static final int COMMIT_DIGITS = 40;

    /** Sorts before all rows of {@code path}. */
    static String before(String path) {
        return path + END_OF_PATH;
    }

    /** Sorts behind all rows of {@code path} and before those of any other that sorts behind it. */
    static String after(String path) {
        return path + (char) (END_OF_PATH + 1);
    }

    /** The place of a commit among all commits, whatever they touch. */
    static String place(long position, String commit) {
        String digits = Long.toHexString(position);
        return "0".repeat(POSITION_DIGITS - digits.length()) + digits + commit;
    }

    /** The commit of a {@link #place}. */
    static String commit(String place) {
        return place.substring(POSITION_DIGITS);
    }

    static RowKey parse(String text) {
        int end = text.length() - POSITION_DIGITS - COMMIT_DIGITS;
        return new RowKey(
                text.substring(0, end - 1),
                Long.parseLong(text.substring(end, end + POSITION_DIGITS), 16),
                text.substring(end + POSITION_DIGITS));
    }

    /** Without the path: comparable over paths. */
    String place() {
        return place(position, commit);
    }

    CommitId commitId() {
        return new CommitId(commit);
    }

    @Override
    public String toString() {
        return path + END_OF_PATH + place();
    }
}
