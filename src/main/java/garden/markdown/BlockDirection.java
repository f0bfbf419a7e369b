package garden.markdown;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;

/** Lets outermost blocks run as their own text does, in notes in which anything runs from right to left; what is inside runs as they do. */
record BlockDirection(HtmlOut out, boolean isMixed) {

    void write(Node block) {
        if (isMixed && block.getParent() instanceof Document) {
            out.raw(" dir=\"auto\"");
        }
    }
}
