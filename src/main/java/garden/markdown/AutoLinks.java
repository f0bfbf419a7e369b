package garden.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.util.ast.Node;

/** Addresses written as text: {@code <https://…>}, {@code https://…}, {@code www.…}, {@code mail@example.org}. */
final class AutoLinks {

    private AutoLinks() {}

    /** Where the link leads; {@code www.} gets the scheme that GitHub's specification gives it. */
    static String url(AutoLink link) {
        String url = shown(link);
        return url.regionMatches(true, 0, "www.", 0, 4) ? "http://" + url : url;
    }

    /** What the link shows; in these no escape is undone. */
    static String shown(Node node) {
        return switch (node) {
            case AutoLink link -> link.getText().toString();
            case MailLink link -> link.getText().toString();
            default -> node.getChars().toString();
        };
    }
}
