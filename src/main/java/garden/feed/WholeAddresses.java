package garden.feed;

import java.util.List;

/** Makes HTML that was written for a page fit to be read elsewhere. */
final class WholeAddresses {

    /** With the space before and the quote behind: the sanitizer writes attributes so, and escapes quotes anywhere else. */
    private static final List<String> ATTRIBUTES = List.of(" href=\"", " src=\"", " poster=\"");

    private WholeAddresses() {}

    /**
     * Sanitised HTML with every address that begins with {@code /} or {@code #} made whole.
     *
     * @param origin of the site, without trailing slash
     * @param page whole address of the page that the HTML stands on
     */
    static String in(String html, String origin, String page) {
        String whole = html;
        for (String attribute : ATTRIBUTES) {
            // Two slashes would name another host.
            whole = whole.replace(attribute + "//", attribute + "\0")
                    .replace(attribute + "/", attribute + origin + "/")
                    .replace(attribute + "\0", attribute + "//")
                    .replace(attribute + "#", attribute + page + "#");
        }
        return whole;
    }
}
