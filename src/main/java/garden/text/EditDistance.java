package garden.config;

/** How far two spellings are apart: insertions, deletions, replacements and swapped neighbours (optimal string alignment). */
final class EditDistance {

    /** Longer than any name; keeps the cost of a hostile one down. */
    private static final int MAX_LENGTH = 100;

    private EditDistance() {}

    /** Whether {@code written} is probably {@code meant} misspelled: up to a third of it differs, or one letter. */
    static boolean isTypo(String meant, String written) {
        return between(meant, written) <= Math.max(1, meant.length() / 3);
    }

    /** The number of edits; the length limit when {@code written} is over it. */
    static int between(String meant, String written) {
        return written.length() > MAX_LENGTH ? MAX_LENGTH : table(meant, written)[meant.length()][written.length()];
    }

    private static int[][] table(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : edits(distance, a.substring(0, i), b.substring(0, j));
            }
        }
        return distance;
    }

    /** The distance of two prefixes, neither empty, from those of shorter ones. */
    private static int edits(int[][] distance, String a, String b) {
        int i = a.length();
        int j = b.length();
        int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int edits = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean isSwap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwap ? Math.min(edits, distance[i - 2][j - 2] + 1) : edits;
    }
}
