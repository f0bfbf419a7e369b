package garden.markdown.html;

import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;

/** The tags around items of a list that are shown without it; around anything else none. */
record ListPart(String start, String end) {

    /** For blocks that stand beside each other. A numbered item keeps its number. */
    static ListPart of(List<Node> blocks) {
        if (blocks.isEmpty() || !blocks.stream().allMatch(ListItem.class::isInstance)) {
            return new ListPart("", "");
        }
        return blocks.getFirst().getParent() instanceof OrderedList list
                ? new ListPart("<ol start=\"" + number(blocks.getFirst(), list) + "\">", "</ol>\n")
                : new ListPart("<ul>", "</ul>\n");
    }

    private static int number(Node item, OrderedList list) {
        int number = list.getStartNumber();
        for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number += before instanceof ListItem ? 1 : 0;
        }
        return number;
    }
}
