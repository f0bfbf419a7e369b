package garden.markdown.html;

import java.util.Set;

/** Whether HTML, as the sanitizer prints it, shows anything. */
public final class Emptiness {

    /** Elements that are seen without words. */
    private static final Set<String> SEEN = Set.of("img", "video", "audio", "iframe", "hr", "input");

    private final String html;
    private int at;

    private Emptiness(String html) {
        this.html = html;
    }

    /** Whether a section has no words, pictures or notes to show but those of the heading that it begins with. */
    public static boolean isEmpty(String section) {
        return new Emptiness(section).isEmpty();
    }

    private boolean isEmpty() {
        boolean isFirst = true;
        while (at < html.length()) {
            if (html.charAt(at) != '<') {
                if (!Character.isWhitespace(html.charAt(at))) {
                    return false;
                }
                at++;
                continue;
            }
            String name = name();
            if (isFirst && isHeading(name)) {
                at = html.indexOf("</" + name + ">", at);
                isFirst = false;
            } else if (SEEN.contains(name) || html.startsWith("<div " + Gaps.ATTRIBUTE, at)) {
                return false;
            }
            at = html.indexOf('>', at) + 1;
        }
        return true;
    }

    private String name() {
        int end = at + 1;
        while (Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(at + 1, end);
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }
}
