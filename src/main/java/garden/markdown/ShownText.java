package garden.markdown;

import garden.markdown.text.HiddenText;
import garden.markdown.text.HiddenText.Part;
import java.util.List;

/**
 * What is left of a note's text when its hidden parts are taken out with the blank around them. Two texts of which it is the same differ
 * only in what readers are not meant to see. For one text.
 */
final class ShownText {

    private final String text;
    private final StringBuilder shown;
    private int start;

    private ShownText(String text) {
        this.text = text;
        this.shown = new StringBuilder(text.length());
    }

    /** What readers see of the text of a file; line ends are {@code \n}. */
    static String of(String file) {
        String text = file.replace("\r\n", "\n").replace('\r', '\n');
        return new ShownText(text).without(ReadableText.hidden(text).parts());
    }

    private String without(List<Part> parts) {
        for (Part part : parts) {
            if (part.start() >= start) {
                shown.append(text, start, part.start());
                start = part.end();
                joinAround(part);
            }
        }
        return shown.append(text, start, text.length()).toString().stripTrailing();
    }

    /** Joins what stood before and after a part as it would stand if the part had never been written. */
    private void joinAround(Part part) {
        int before = shown.length();
        while (before > 0 && isBlank(shown.charAt(before - 1))) {
            before--;
        }
        int after = start;
        while (after < text.length() && isBlank(text.charAt(after))) {
            after++;
        }
        String blankBefore = shown.substring(before);
        String blankAfter = text.substring(start, after);
        boolean isOwnLine =
                (before == 0 || blankBefore.contains("\n")) && (after == text.length() || blankAfter.contains("\n"));
        String joint = isOwnLine ? betweenLines(part, blankBefore, blankAfter) : insideLine(blankBefore, blankAfter);
        shown.setLength(before);
        shown.append(before == 0 ? "" : joint);
        start = after;
    }

    private static String betweenLines(Part part, String before, String after) {
        boolean isApart = part.kind() != HiddenText.Kind.REMARK || lines(before) > 1 || lines(after) > 1;
        // The first line after it may be indented, which says something.
        return (isApart ? "\n\n" : "\n") + after.substring(after.lastIndexOf('\n') + 1);
    }

    private static String insideLine(String before, String after) {
        if (after.contains("\n")) {
            return after;
        }
        return before.contains("\n") || after.isEmpty() ? before : " ";
    }

    private static long lines(String blank) {
        return blank.chars().filter(c -> c == '\n').count();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }
}
