package garden.text;

/** How far two spellings are apart: insertions, deletions, replacements and swapped neighbours (optimal string alignment). */
public final class EditDistance {

    /** Longer than any name; keeps the cost of a hostile one down. */
    private static final int MAX_LENGTH = 100;

    private EditDistance() {}

    /** Whether {@code written} is probably {@code meant} misspelled: up to a third of it differs, or one letter. */
    public static boolean isTypo(String meant, String written) {
        return between(meant, written) <= Math.max(1, meant.length() / 3);
    }

    /** The number of edits; the length limit, a hundred UTF-16 units, when one of the two is over it. */
    public static int between(String a, String b) {
        if (Math.max(a.length(), b.length()) > MAX_LENGTH) {
            return MAX_LENGTH;
        }
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : new Cell(i, j).fewest(edits, a, b);
            }
        }
        return edits[a.length()][b.length()];
    }

    /** The first {@code i} characters of one text and the first {@code j} of another. */
    private record Cell(int i, int j) {

        /** When all shorter beginnings are known. */
        int fewest(int[][] edits, String a, String b) {
            int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            int fewest = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
            boolean isSwap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
            return isSwap ? Math.min(fewest, 1 + edits[i - 2][j - 2]) : fewest;
        }
    }
}
