package garden.markdown.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parts a long text where outermost blocks begin, so that each part can be read by itself. A block that is longer than a part is parted
 * at its lines, and what a line goes on with is {@link Opening opened again}; a longer line is parted at a space, else anywhere. Code, raw
 * HTML and math that are longer stay one part, which holds nothing to read but text. Owned by one thread; told of the text from its start
 * to its end.
 */
public final class TextParts {

    /** So many headings, links, tags and so on are kept of a text, of each kind. */
    public static final int MAX_OF_A_KIND = 100_000;

    /** UTF-16 units of a part that is read. */
    public static final int MAX_CHARS = 64 << 10;

    /** So many times shorter are the parts of a block that is too long for one: flexmark is quadratic in the lines of some. */
    public static final int INSIDE = 8;

    /** UTF-16 units that the parts of a block have at least, where its lines are as long. */
    public static final int MIN_CHARS = 128;

    /** A part has at most one line for so many characters that it may have: the same reason. */
    private static final int CHARS_OF_A_LINE = 32;

    /** How many links before the end of a piece of a line are tried, so that it ends in none. */
    private static final int MAX_LINKS = 4;

    /**
     * A part of a text, up to the next part.
     *
     * @param start UTF-16 offset into the text
     * @param end exclusive
     * @param isRaw whether this is the inside of code, raw HTML or math
     * @param opening what stands around the start of the part, to be read before it; says nothing by itself
     */
    public record Part(int start, int end, boolean isRaw, String opening) {

        /** The same, opened by {@code before} too. */
        public Part after(String before) {
            return new Part(start, end, isRaw, before + opening);
        }
    }

    /** Where a part may begin: the line, counted from the start, and the text that opens the part, made when one begins here. */
    private record Cut(int offset, int line, Supplier<String> opening) {}

    private final String text;
    private final int maxChars;
    private final int insideChars;
    private final List<Part> parts = new ArrayList<>();
    private final List<Cut> inside = new ArrayList<>();
    private final List<Integer> definitions = new ArrayList<>();
    private Cut start;
    private Cut block;
    private Cut last;
    private Cut previous;
    private @Nullable Cut raw;
    private int lines;
    private int columns;
    private boolean isDefinition;

    /** From {@code offset} on, in parts of at most {@code maxChars} UTF-16 units. */
    public TextParts(String text, int offset, int maxChars) {
        this.text = text;
        this.maxChars = maxChars;
        this.insideChars = Math.max(MIN_CHARS, maxChars / INSIDE);
        this.start = new Cut(offset, 0, () -> "");
        this.block = start;
        this.last = start;
        this.previous = start;
    }

    /** An outermost block begins with the line at {@code offset}. */
    void blockBegins(int offset) {
        Cut here = next(offset, () -> "");
        columns = 0;
        definition(offset);
        inside(here);
        advance(here);
        goOnAt(here);
    }

    /** The line at {@code offset} begins something inside {@code around}, or is blank. */
    void lineBegins(int offset, Containers around) {
        columns = 0;
        isDefinition = false;
        inside(next(offset, () -> Opening.ofBlock(around)));
    }

    /** The line at {@code offset} goes on with a paragraph or table inside {@code around}; what it says stands from {@code words} on. */
    void lineGoesOn(int offset, int words, Containers around) {
        if (isDefinition) {
            definition(offset);
        }
        int found = Opening.columns(text, words);
        columns = found > 0 ? found : columns;
        if (found > 0) {
            lines++;
        } else if (columns > 0) {
            int width = columns;
            inside(next(offset, () -> Opening.ofTable(around, width)));
        } else {
            inside(next(offset, () -> Opening.ofParagraph(around)));
        }
    }

    /** The line that was told last is code, raw HTML or math, and what follows may be that too. */
    void rawBegins() {
        raw = raw == null ? previous : raw;
    }

    /** The line at {@code offset}, inside {@code around}, is none of these. */
    void rawEnds(int offset, Containers around) {
        if (raw == null) {
            return;
        }
        Cut here = next(offset, () -> Opening.ofBlock(around));
        if (offset - raw.offset() > maxChars) {
            advance(raw);
            add(raw, false);
            add(here, true);
            goOnAt(here);
        } else if (isLonger(last, here, insideChars) && raw.offset() > last.offset()) {
            cut(raw);
        }
        previous = here;
        raw = null;
    }

    /** All parts, in order, without gaps. */
    public List<Part> all() {
        rawEnds(text.length(), Containers.NONE);
        blockBegins(text.length());
        add(block, false);
        return parts;
    }

    /** Where lines begin that may define links, if they stand in nothing else: with a bracket. */
    public List<Integer> definitions() {
        return definitions;
    }

    private void definition(int offset) {
        int start = offset;
        while (text.startsWith(" ", start)) {
            start++;
        }
        isDefinition =
                text.startsWith("[", start) && !text.startsWith("[^", start) && definitions.size() < MAX_OF_A_KIND;
        if (isDefinition) {
            definitions.add(start);
        }
    }

    private Cut next(int offset, Supplier<String> opening) {
        return new Cut(Math.min(offset, text.length()), lines++, opening);
    }

    private void goOnAt(Cut here) {
        block = here;
        last = here;
        previous = here;
        inside.clear();
    }

    /** Notes where the block can be parted before {@code here}. */
    private void inside(Cut here) {
        if (isLonger(last, here, insideChars)) {
            if (previous.offset() > last.offset()) {
                cut(previous);
            }
            while (here.offset() - last.offset() > insideChars) {
                cut(new Cut(insideLine(last.offset()), here.line() - 1, () -> Opening.OF_WORDS));
            }
        }
        previous = here;
    }

    private void cut(Cut here) {
        inside.add(here);
        last = here;
    }

    /** Makes parts until what is left before {@code end} is short enough for one, or is the end of a block that is not. */
    private void advance(Cut end) {
        if (isLonger(start, end, maxChars)) {
            add(block, false);
        }
        if (isLonger(start, end, maxChars)) {
            inside.forEach(cut -> add(cut, false));
        }
    }

    private boolean isLonger(Cut from, Cut to, int chars) {
        return to.offset() - from.offset() > chars || to.line() - from.line() > chars / CHARS_OF_A_LINE;
    }

    private void add(Cut end, boolean isRaw) {
        if (end.offset() > start.offset()) {
            parts.add(new Part(
                    start.offset(), end.offset(), isRaw, start.opening().get()));
            start = end;
        }
    }

    /** Where a piece of a line ends that begins at {@code from}. */
    private int insideLine(int from) {
        int end = from + insideChars;
        String longest = text.substring(from, end);
        int space = longest.lastIndexOf(' ');
        for (int i = 0; i < MAX_LINKS && space >= 0; i++) {
            int bracket = longest.lastIndexOf('[', space);
            if (bracket < 0 || longest.lastIndexOf(']', space) > bracket) {
                return from + space + 1;
            }
            space = longest.lastIndexOf(' ', bracket);
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
