package garden.markdown.text;

/** Counts words as a reader would: what spaces part, if it has a letter or digit; each CJK ideograph or kana is a word. */
public final class WordCount {

    private WordCount() {}

    /** How many words a text has. */
    public static int count(String text) {
        int words = 0;
        boolean isInWord = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isWordByItself(c)) {
                words++;
                isInWord = false;
            } else if (Character.isWhitespace(c)) {
                isInWord = false;
            } else if (!isInWord && Character.isLetterOrDigit(c)) {
                words++;
                isInWord = true;
            }
        }
        return words;
    }

    private static boolean isWordByItself(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
