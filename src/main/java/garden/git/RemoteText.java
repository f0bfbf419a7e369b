package garden.git;

import java.util.List;
import java.util.stream.Stream;

/** Text of others made fit for a terminal: no control or formatting characters, lines of bounded length and number. */
public final class RemoteText {

    private static final int MAX_CHARS = 400;
    private static final int MAX_LINES = 200;

    private RemoteText() {}

    /** {@code text} as one line; each run of characters that a terminal could obey becomes a space. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(MAX_CHARS).forEach(c -> append(line, c));
        return text.codePointCount(0, text.length()) > MAX_CHARS
                ? line.append('…').toString()
                : line.toString();
    }

    private static void append(StringBuilder line, int c) {
        if (isPrintable(c)) {
            line.appendCodePoint(c);
        } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** As many of {@code lines} as a terminal should get, each as {@link #line}, and how many are left out. */
    public static List<String> lines(List<String> lines) {
        List<String> first =
                lines.stream().limit(MAX_LINES).map(RemoteText::line).toList();
        if (lines.size() <= MAX_LINES) {
            return first;
        }
        return Stream.concat(first.stream(), Stream.of("and " + (lines.size() - MAX_LINES) + " more lines"))
                .toList();
    }
}
