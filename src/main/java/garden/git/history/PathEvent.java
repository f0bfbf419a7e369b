package garden.git.history;

/**
 * The beginning or the end of a file at a path.
 *
 * @param isShown whether readers may see the version that began or ended
 * @param other where the file came from or went to, if it was renamed; else empty
 * @param blob in hex: the first content, or the last
 */
record PathEvent(Kind kind, boolean isShown, String other, String blob) {

    /** What happened. */
    enum Kind {
        BIRTH,
        DEATH
    }

    private static final String SEPARATOR = "\0";

    boolean isBirth() {
        return kind == Kind.BIRTH;
    }

    boolean isRename() {
        return !other.isEmpty();
    }

    String text() {
        return String.join(SEPARATOR, kind.name(), isShown ? "shown" : "", other, blob);
    }

    static PathEvent parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new PathEvent(Kind.valueOf(parts[0]), !parts[1].isEmpty(), parts[2], parts[3]);
    }
}
