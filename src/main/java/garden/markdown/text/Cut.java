package garden.markdown.text;

import garden.note.Excerpt;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shortens text to what fits beside a link or under a title. */
public final class Cut {

    /** As {@link Excerpt} and {@link garden.note.Note#summary} promise. */
    public static final int MAX_CHARS = 300;

    private static final String MORE = "…";

    private Cut() {}

    /** The first words of {@code text}, with {@code …} when there are more. */
    public static String start(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, wordEnd(text, 0, MAX_CHARS - 1)) + MORE;
    }

    /** The sentence of {@code text} that holds {@code start} to {@code end}. */
    public static Excerpt sentence(String text, int[] sentences, int start, int end) {
        int from = Math.min(start, sentences[lastAtMost(sentences, Math.min(start, text.length() - 1))]);
        int to = Math.max(end, firstAfter(sentences, Math.max(start, end - 1)));
        while (from < start && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > end && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return to - from <= MAX_CHARS
                ? new Excerpt(text.substring(from, to), start - from, end - from)
                : window(text.substring(from, to), start - from, end - from);
    }

    /** Where the sentences of {@code text} begin, and last where they end. Found once, since looking back from each link is quadratic. */
    public static int[] sentences(String text) {
        BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ROOT);
        boundaries.setText(text);
        return IntStream.iterate(0, at -> at != BreakIterator.DONE, at -> boundaries.next())
                .toArray();
    }

    private static int lastAtMost(int[] sentences, int offset) {
        int index = Arrays.binarySearch(sentences, offset);
        return index >= 0 ? index : Math.max(0, -index - 2);
    }

    private static int firstAfter(int[] sentences, int offset) {
        int index = Arrays.binarySearch(sentences, offset + 1);
        return sentences[Math.min(index >= 0 ? index : -index - 1, sentences.length - 1)];
    }

    private static Excerpt window(String text, int start, int end) {
        int shownEnd = Math.min(end, start + MAX_CHARS / 2);
        int room = MAX_CHARS - 2 - (shownEnd - start);
        int after = Math.min(text.length() - shownEnd, Math.max(room / 2, room - start));
        int before = Math.min(start, room - after);
        int from = start - before == 0 ? 0 : wordStart(text, start - before, start);
        int to = shownEnd + after == text.length() ? text.length() : wordEnd(text, shownEnd, shownEnd + after);
        String lead = from == 0 ? "" : MORE;
        String tail = to == text.length() ? "" : MORE;
        int shift = lead.length() - from;
        return new Excerpt(lead + text.substring(from, to) + tail, start + shift, shownEnd + shift);
    }

    /** The nearest end of a word at or before {@code limit}; {@code limit} itself, but no half character, when a word fills the room. */
    private static int wordEnd(String text, int from, int limit) {
        int end = limit;
        while (end > from && !(isSpace(text, end) && !isSpace(text, end - 1))) {
            end--;
        }
        return end > from ? end : limit - (Character.isHighSurrogate(text.charAt(limit - 1)) ? 1 : 0);
    }

    private static int wordStart(String text, int limit, int to) {
        int start = limit;
        while (start < to && !(isSpace(text, start - 1) && !isSpace(text, start))) {
            start++;
        }
        return start < to ? start : limit + (Character.isLowSurrogate(text.charAt(limit)) ? 1 : 0);
    }

    private static boolean isSpace(String text, int index) {
        return Character.isWhitespace(text.charAt(index));
    }
}
