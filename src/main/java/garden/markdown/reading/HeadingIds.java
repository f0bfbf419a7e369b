package garden.markdown.reading;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that an author gives headings: {@code ## Words {#id}}, as in Pandoc and Kramdown. Owned by one thread. */
record HeadingIds(Map<Node, String> byHeading) {

    private static final Pattern ID = Pattern.compile("(?:^|\\s)\\s*+\\{#([^\\s{}#\"'<>&]{1,200})\\}\\s*+$");

    /** Takes the ids out of a tree; the headings stay. */
    static HeadingIds take(Node tree) {
        HeadingIds ids = new HeadingIds(new HashMap<>());
        ids.children(tree);
        return ids;
    }

    /** The id of a heading, as written. */
    Optional<String> of(Node heading) {
        return Optional.ofNullable(byHeading.get(heading));
    }

    private void children(Node parent) {
        for (Node child : parent.getChildren()) {
            if (child instanceof Heading heading) {
                take(heading);
            } else if (child.hasChildren()) {
                children(child);
            }
        }
    }

    private void take(Heading heading) {
        if (heading.getLastChild() instanceof Text text) {
            Matcher id = ID.matcher(text.getChars());
            if (id.find()) {
                byHeading.put(heading, id.group(1));
                text.setChars(text.getChars().subSequence(0, id.start()));
            }
        }
    }
}
