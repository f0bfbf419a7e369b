package garden.markdown;

import java.util.Optional;

/**
 * Where the front matter of a file is: between a first line {@code ---} and the next line {@code ---} or {@code ...}, or
 * between two lines {@code +++}.
 *
 * <p>A first line {@code ---} may be a rule. It begins front matter when what follows, up to its end, is blank or begins
 * as keys begin: a comment, a bracket, or a name and a colon. Lines without a blank one between them that hide the note are front matter
 * however they begin.
 *
 * @param start offset of the YAML or TOML
 * @param end offset after it, line end included
 * @param bodyStart offset of the first line after the closing marks
 */
record FrontMatterBlock(Language language, int start, int end, int bodyStart) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What front matter is written in. */
    enum Language {
        YAML,
        TOML
    }

    static Optional<FrontMatterBlock> find(String text) {
        return find(text, Language.YAML, "---", "...").or(() -> find(text, Language.TOML, "+++", "+++"));
    }

    private static Optional<FrontMatterBlock> find(String text, Language language, String mark, String otherEnd) {
        int lineStart = bodyStart(text);
        int lineEnd = lineEnd(text, lineStart);
        if (!isMark(text, lineStart, lineEnd, mark)) {
            return Optional.empty();
        }
        int start = nextLine(text, lineEnd);
        lineStart = start;
        while (lineStart < text.length()) {
            lineEnd = lineEnd(text, lineStart);
            if (isMark(text, lineStart, lineEnd, mark) || isMark(text, lineStart, lineEnd, otherEnd)) {
                return Optional.of(new FrontMatterBlock(language, start, lineStart, nextLine(text, lineEnd)))
                        .filter(block -> block.beginsWithKeys(text) || block.hides(text));
            }
            lineStart = nextLine(text, lineEnd);
        }
        return Optional.empty();
    }

    private boolean beginsWithKeys(String text) {
        int lineStart = start;
        while (lineStart < end) {
            int lineEnd = lineEnd(text, lineStart);
            String line = text.substring(lineStart, lineEnd).strip();
            if (!line.isEmpty()) {
                return switch (language) {
                    case YAML -> line.matches("[#%{?&!].*|[^\\s:]+:(?!//).*|[^:]*[^:\\s]\\s*:(\\s.*)?");
                    case TOML -> line.matches("[#\\[].*|[^=]*[^=\\s]\\s*=.*");
                };
            }
            lineStart = nextLine(text, lineEnd);
        }
        return true;
    }

    /** Whether it is one paragraph that hides the note, though it does not begin as front matter does: a slip in the first line publishes no draft. */
    private boolean hides(String text) {
        String lines = text.substring(start, end);
        return lines.length() <= FrontMatterReader.MAX_CHARS
                && lines.lines().noneMatch(String::isBlank)
                && !new UnreadVisibility(lines).read().equals(SpokenVisibility.NOTHING);
    }

    /** Where the text of a file without front matter begins: after a byte order mark. */
    static int bodyStart(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    private static boolean isMark(String text, int start, int end, String mark) {
        return text.startsWith(mark, start)
                && text.substring(start + mark.length(), Math.max(end, start + mark.length()))
                        .isBlank();
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int nextLine(String text, int lineEnd) {
        int next = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
        return Math.min(next, text.length());
    }
}
