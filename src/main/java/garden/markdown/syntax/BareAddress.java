package garden.markdown.syntax;

import garden.markdown.text.RemarkMask;
import java.util.List;

/** Web addresses without brackets: where one begins and how far it reaches (GitHub's specification, section 6.9). */
final class BareAddress {

    private static final String WWW = "www.";
    private static final List<String> STARTS = List.of("http://", "https://", "ftp://", WWW);
    private static final String MARK = "==";

    private BareAddress() {}

    /**
     * Length of the address at {@code start}; 0 when there is none. It ends at white space or {@code <}, in a row of a table at a bar too;
     * punctuation at its end belongs to the sentence around it.
     */
    static int length(CharSequence text, int start, boolean isRow) {
        int host = hostStart(text, start);
        if (host < 0) {
            return 0;
        }
        int hostEnd = host;
        while (hostEnd < text.length() && isHost(text.charAt(hostEnd))) {
            hostEnd++;
        }
        String name = text.subSequence(host, hostEnd).toString();
        if (name.isEmpty() || name.startsWith(".") || hasUnderscore(name)) {
            return 0;
        }
        int end = trimmed(text, start, end(text, hostEnd, isRow));
        return end > host + (host == start ? WWW.length() : 0) ? end - start : 0;
    }

    /** Whether it begins as one, whole or not. */
    static boolean isStart(CharSequence text, int start) {
        return STARTS.stream().anyMatch(begin -> startsWith(text, start, begin));
    }

    /** Where the name of the host begins; -1 when no address begins here. Letters before it make it a part of a word. */
    private static int hostStart(CharSequence text, int start) {
        boolean isPart = start > 0
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || "/.-@:_".indexOf(text.charAt(start - 1)) >= 0);
        for (String begin : STARTS) {
            if (startsWith(text, start, begin)) {
                boolean isWww = begin.equals(WWW);
                boolean isEmphasis = start > 0 && text.charAt(start - 1) == '_';
                return isPart && !isEmphasis ? -1 : start + (isWww ? 0 : begin.length());
            }
        }
        return -1;
    }

    private static boolean startsWith(CharSequence text, int start, String begin) {
        int end = start + begin.length();
        return end <= text.length() && text.subSequence(start, end).toString().equalsIgnoreCase(begin);
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    /** No underscore may be in the last two parts. */
    private static boolean hasUnderscore(String host) {
        int last = host.lastIndexOf('.');
        int secondLast = host.lastIndexOf('.', last - 1);
        return host.indexOf('_', secondLast + 1) >= 0;
    }

    private static int end(CharSequence text, int from, boolean isRow) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean isBar = isRow && c == '|' && text.charAt(end - 1) != '\\';
            if (c == '<' || isBar || RemarkMask.isMask(c) || Character.isWhitespace(c)) {
                break;
            }
            end++;
        }
        return end;
    }

    private static int trimmed(CharSequence text, int start, int from) {
        int end = from;
        boolean isMarked =
                start >= 2 && text.subSequence(start - 2, start).toString().equals(MARK);
        long open = text.subSequence(start, end).chars().filter(c -> c == '(').count();
        long close = text.subSequence(start, end).chars().filter(c -> c == ')').count();
        while (end > start) {
            char last = text.charAt(end - 1);
            if (last == ')' && close > open) {
                close--;
                end--;
            } else if ("?!.,:*_~'\"".indexOf(last) >= 0) {
                end--;
            } else if (last == ';') {
                end = beforeEntity(text, start, end);
            } else if (isMarked && text.subSequence(start, end).toString().endsWith(MARK)) {
                isMarked = false;
                end -= MARK.length();
            } else {
                break;
            }
        }
        return end;
    }

    /** Without an entity at its end; without the semicolon alone when it ends none. */
    private static int beforeEntity(CharSequence text, int start, int end) {
        int i = end - 2;
        while (i > start && Character.isLetterOrDigit(text.charAt(i))) {
            i--;
        }
        return i > start && i < end - 2 && text.charAt(i) == '&' ? i : end - 1;
    }
}
