package garden.markdown.budget;

/**
 * A cheap look at a text before it is parsed: finds what would take a CommonMark parser for ever or deeper than any stack.
 * Linear, no recursion. A rough copy of the block structure is enough, since the time budget stands behind it.
 */
public final class BudgetScan {

    /**
     * How many characters that open or close something one block may have. flexmark is quadratic in them; see
     * {@code HostileTest} for the texts that show it.
     */
    public static final int MAX_DELIMITERS = 5_000;

    /** The same for a note that is read in parts, which may be many and long. */
    static final int MAX_DELIMITERS_IN_PART = 1_500;

    /** How many rows of tables or lines of quotes may stand below each other: flexmark is quadratic in them too. */
    public static final int MAX_ROWS = 8_000;

    private static final String DELIMITERS = "*_[]()<>!`~";

    private final String text;
    private final int maxNesting;
    private final int maxDelimiters;
    private final int[] listIndents;
    private int lists;
    private int delimiters;
    private int rows;
    private char fence;

    private BudgetScan(String text, int maxNesting, int maxDelimiters) {
        this.text = text;
        this.maxNesting = maxNesting;
        this.maxDelimiters = maxDelimiters;
        this.listIndents = new int[maxNesting + 1];
    }

    /** Refuses {@code text} from {@code start} on when it is monstrous. */
    public static void check(String text, int start, int maxNesting) throws OverBudgetException {
        new BudgetScan(text, maxNesting, MAX_DELIMITERS).check(start);
    }

    /** The same for all of a part of a text. */
    public static void checkPart(String text, int maxNesting) throws OverBudgetException {
        new BudgetScan(text, maxNesting, MAX_DELIMITERS_IN_PART).check(0);
    }

    private void check(int start) throws OverBudgetException {
        int lineStart = start;
        while (lineStart < text.length()) {
            int lineEnd = lineEnd(text, lineStart);
            line(lineStart, lineEnd);
            lineStart = lineEnd + 1;
        }
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void line(int start, int end) throws OverBudgetException {
        int position = containers(start, end);
        if (isFence(position)) {
            fence = fence == 0 ? text.charAt(position) : 0;
        } else if (fence == 0) {
            count(position, end);
            countRow(start, end);
        }
    }

    private void countRow(int start, int end) throws OverBudgetException {
        String line = text.substring(start, end).strip();
        boolean isRow = line.startsWith(">") || line.indexOf('|') >= 0;
        rows = isRow ? rows + 1 : 0;
        if (rows > MAX_ROWS) {
            throw new OverBudgetException("too many lines in one table or quote: expected at most " + MAX_ROWS);
        }
    }

    /** Passes the marks of quotes and lists at the start of a line; counts how deep they nest. */
    private int containers(int start, int end) throws OverBudgetException {
        int depth = 0;
        int indent = 0;
        int position = start;
        while (position < end) {
            char c = text.charAt(position);
            if (c == '>') {
                depth++;
            } else if (c == '\t') {
                indent += 3;
            } else if (c != ' ') {
                int marker = listMarker(position, end);
                if (marker == 0 || fence != 0) {
                    break;
                }
                pushList(indent);
                indent += marker - 1;
                position += marker - 1;
                delimiters = 0;
            }
            position++;
            indent++;
            checkNesting(depth + lists);
        }
        if (position == end) {
            delimiters = 0;
        }
        return position;
    }

    /** Lists at least as far to the right have ended where a new item begins. */
    private void pushList(int indent) throws OverBudgetException {
        while (lists > 0 && listIndents[lists - 1] >= indent) {
            lists--;
        }
        checkNesting(lists + 1);
        listIndents[lists++] = indent;
    }

    private void checkNesting(int depth) throws OverBudgetException {
        if (depth > maxNesting) {
            throw new OverBudgetException(
                    "nested too deeply: expected at most " + maxNesting + " quotes and lists inside each other");
        }
    }

    /** Length of a bullet or number, the space after it included; 0 when there is none. */
    private int listMarker(int position, int end) {
        int i = position;
        char c = text.charAt(i);
        if (c == '-' || c == '*' || c == '+') {
            i++;
        } else {
            while (i < end && i < position + 9 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                i++;
            }
            boolean isNumber = i > position && i < end && (text.charAt(i) == '.' || text.charAt(i) == ')');
            if (!isNumber) {
                return 0;
            }
            i++;
        }
        boolean isFollowed = i == end || text.charAt(i) == ' ' || text.charAt(i) == '\t';
        return isFollowed ? Math.min(i + 1, end) - position : 0;
    }

    private boolean isFence(int position) {
        boolean isFence = text.startsWith("```", position) || text.startsWith("~~~", position);
        return isFence && (fence == 0 || fence == text.charAt(position));
    }

    /** Where a run of {@code =} begins that could mark words. */
    private boolean isPairOfSigns(int i) {
        return text.startsWith("==", i) && !text.startsWith("=", i - 1);
    }

    /** A row of a table and a heading are parsed by themselves, other lines with those around them. */
    private void count(int start, int end) throws OverBudgetException {
        boolean isAlone = start < end && (text.charAt(start) == '|' || text.charAt(start) == '#');
        int before = isAlone ? 0 : delimiters;
        int here = 0;
        for (int i = start; i < end; i++) {
            if (DELIMITERS.indexOf(text.charAt(i)) >= 0 || isPairOfSigns(i)) {
                here++;
            }
        }
        delimiters = isAlone ? 0 : before + here;
        if (before + here > maxDelimiters) {
            throw new OverBudgetException("too much markup in one paragraph: expected at most " + maxDelimiters
                    + " brackets, stars and the like");
        }
    }
}
