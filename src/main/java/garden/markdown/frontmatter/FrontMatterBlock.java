package garden.markdown.frontmatter;

import java.util.Optional;

/**
 * Where the front matter of a file is: between a first line {@code ---} and the next line {@code ---} or {@code ...}, or
 * between two lines {@code +++}.
 *
 * <p>A first line {@code ---} may be a rule. It begins front matter when what follows, up to its end, is blank or begins
 * as keys begin: a comment, a bracket, or a name and a colon. Lines that hide the note are front matter however the first begins, if no
 * blank one is among them, or the others go on as front matter does.
 *
 * <p>Lines that begin and go on as front matter does and hide the note are front matter without a closing mark, too. Of them nothing else
 * counts, and they stay text.
 *
 * @param start offset of the YAML or TOML
 * @param end offset after it, line end included
 * @param bodyStart offset of the first line after the closing marks; where the file begins when there are none
 * @param isClosed whether there are closing marks
 */
public record FrontMatterBlock(Language language, int start, int end, int bodyStart, boolean isClosed) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What front matter is written in. */
    enum Language {
        YAML,
        TOML
    }

    /** That of the text of a file; empty when it has none. */
    public static Optional<FrontMatterBlock> find(String text) {
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
                return Optional.of(new FrontMatterBlock(language, start, lineStart, nextLine(text, lineEnd), true))
                        .filter(block -> block.beginsWithKeys(text) || block.hides(text));
            }
            lineStart = nextLine(text, lineEnd);
        }
        return Optional.of(
                        new FrontMatterBlock(language, start, text.length(), bodyStart(text), false).asFarAsKeys(text))
                .filter(block -> block.isSpokenOf(text));
    }

    /** Up to the first line that is none of front matter; all of the first paragraph, since a slip in it publishes no draft. */
    private FrontMatterBlock asFarAsKeys(String text) {
        int limit = Math.min(end, start + FrontMatterReader.MAX_CHARS);
        int lineStart = start;
        int keysEnd = start;
        boolean isFirstParagraph = true;
        while (lineStart < limit) {
            String line = text.substring(lineStart, Math.min(lineEnd(text, lineStart), limit));
            boolean isBlank = line.isBlank();
            if (!isFirstParagraph && !goesOn(line)) {
                break;
            }
            lineStart = nextLine(text, lineEnd(text, lineStart));
            keysEnd = isBlank ? keysEnd : lineStart;
            isFirstParagraph = isFirstParagraph && (!isBlank || keysEnd == start);
        }
        return new FrontMatterBlock(language, start, keysEnd, bodyStart, isClosed);
    }

    private boolean isSpokenOf(String text) {
        String lines = text.substring(start, end);
        return (beginsWithKeys(text) || goOn(lines))
                && new UnreadVisibility(lines).read().isRestriction();
    }

    /** Whether all lines but the first are as those of front matter. */
    private boolean goOn(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).skip(1).allMatch(this::goesOn);
    }

    /** A blank line, one that is further in, an item of a list, what closes brackets, or one that begins as keys begin. */
    private boolean goesOn(String line) {
        return line.isBlank() || line.matches("(?:[ \\t]|- |[]}\"']).*") || beginsAsKey(line.strip());
    }

    private boolean beginsAsKey(String line) {
        return switch (language) {
            case YAML -> line.matches("[#%{?&!].*|[^\\s:]+:(?!//).*|[^:]*[^:\\s]\\s*:(\\s.*)?");
            case TOML -> line.matches("[#\\[].*|[^=]*[^=\\s]\\s*=.*");
        };
    }

    private boolean beginsWithKeys(String text) {
        int lineStart = start;
        while (lineStart < end) {
            int lineEnd = lineEnd(text, lineStart);
            String line = text.substring(lineStart, lineEnd).strip();
            if (!line.isEmpty()) {
                return beginsAsKey(line);
            }
            lineStart = nextLine(text, lineEnd);
        }
        return true;
    }

    /** Whether it hides the note, though it does not begin as front matter does: a slip in the first line publishes no draft. */
    private boolean hides(String text) {
        String lines = text.substring(start, end);
        return lines.length() <= FrontMatterReader.MAX_CHARS
                && (lines.lines().noneMatch(String::isBlank) || goOn(lines))
                && !new UnreadVisibility(lines).read().equals(SpokenVisibility.NOTHING);
    }

    /** Where the text of a file without front matter begins: after a byte order mark. */
    public static int bodyStart(String text) {
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
