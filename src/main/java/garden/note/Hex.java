package garden.note;

/** The form of git's object names. */
final class Hex {

    private static final int DIGITS = 40;

    private Hex() {}

    static void check(String what, String hex) {
        if (!isId(hex)) {
            throw new IllegalArgumentException(what + ": expected 40 hexadecimal digits, found \"" + hex + "\"");
        }
    }

    static boolean isId(String hex) {
        return hex.length() == DIGITS && hex.chars().allMatch(Hex::isDigit);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
