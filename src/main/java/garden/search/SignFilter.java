package garden.search;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.lucene.analysis.CharFilter;

/**
 * Writes the signs of {@code C++} and {@code C#} as rare Latin letters, which the tokenizer leaves in the word, and {@code _} as a
 * space, at which it cuts, and every apostrophe as the straight one. One character for one, so that offsets stay what they are. Owned by the thread that reads the text.
 */
final class SignFilter extends CharFilter {

    private static final char PLUS = 'ƿ';
    private static final char SHARP = 'ǂ';

    private static final int FIRST_ROOM = 64;

    private char[] text = {};
    private int position = -1;

    SignFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position < 0) {
            text = readAll();
            replaceSigns();
            position = 0;
        }
        int count = Math.min(length, text.length - position);
        System.arraycopy(text, position, target, offset, count);
        position += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }

    private char[] readAll() throws IOException {
        char[] all = new char[FIRST_ROOM];
        int length = 0;
        for (int read = input.read(all); read >= 0; read = input.read(all, length, all.length - length)) {
            length += read;
            all = length == all.length ? Arrays.copyOf(all, 2 * length) : all;
        }
        return Arrays.copyOf(all, length);
    }

    private void replaceSigns() {
        for (int i = 0; i < text.length; i++) {
            switch (text[i]) {
                case '_' -> text[i] = ' ';
                case '’', 'ʼ' -> text[i] = '\'';
                case '+' -> replacePlusPlus(i);
                case '#' -> replaceSharp(i);
                default -> {}
            }
        }
    }

    /** Two after a word, not more and nothing behind: {@code C++}, {@code g++}; not {@code 1+2}. */
    private void replacePlusPlus(int index) {
        if (isWord(index - 1) && isChar(index + 1, '+') && !isWord(index + 2) && !isChar(index + 2, '+')) {
            text[index] = PLUS;
            text[index + 1] = PLUS;
        }
    }

    /** After a single letter, nothing behind: {@code C#}, {@code F#}; not {@code page#part}. */
    private void replaceSharp(int index) {
        boolean isAfterLetter = index > 0 && Character.isLetter(text[index - 1]) && !isWord(index - 2);
        if (isAfterLetter && !isWord(index + 1) && !isChar(index + 1, '#')) {
            text[index] = SHARP;
        }
    }

    private boolean isWord(int index) {
        return index >= 0 && index < text.length && Character.isLetterOrDigit(text[index]);
    }

    private boolean isChar(int index, char expected) {
        return index < text.length && text[index] == expected;
    }
}
