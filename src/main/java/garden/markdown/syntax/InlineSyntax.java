package garden.markdown.syntax;

import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.function.Function;

/**
 * Something inside a paragraph that begins with a certain character and becomes one leaf of the tree.
 *
 * @param characters those it can begin with
 * @param length how much of a text belongs to it from an offset; 0 when it is something else
 * @param node makes the leaf
 */
record InlineSyntax(String characters, Length length, Function<BasedSequence, Node> node) implements InlineRule {

    /** Finds where a piece of syntax ends. */
    interface Length {
        int at(BasedSequence text, int start);
    }

    @Override
    public CharSequence getCharacters() {
        return characters;
    }

    @Override
    public boolean parseAt(LightInlineParser parser) {
        int start = parser.getIndex();
        int found = length.at(parser.getInput(), start);
        if (found == 0) {
            return false;
        }
        parser.flushTextNode();
        parser.appendNode(node.apply(parser.getInput().subSequence(start, start + found)));
        parser.setIndex(start + found);
        return true;
    }
}
