package garden.git.history;

import garden.git.RemoteText;
import java.util.regex.Pattern;

/** What commits say, made fit for pages: one line, no control or formatting characters, no mail addresses. */
final class PublicText {

    private static final Pattern MAIL = Pattern.compile("[^\\s<>()@]++@[^\\s<>()@]++");

    private static final Pattern SPACES = Pattern.compile(" {2,}+");

    private PublicText() {}

    /** {@code text} as a line of at most 400 characters; what looks like a mail address becomes {@code …}. */
    static String line(String text) {
        String line = MAIL.matcher(RemoteText.line(text)).replaceAll("…");
        return SPACES.matcher(line).replaceAll(" ").strip();
    }

    /** A name; of a mail address given as a name, the part before {@code @}. */
    static String name(String text) {
        String line = RemoteText.line(text);
        int at = line.indexOf('@');
        return (at < 0 ? line : line.substring(0, at)).strip();
    }
}
