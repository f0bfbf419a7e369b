package garden.markdown.html;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.syntax.Callout;
import garden.markdown.syntax.CalloutTitle;
import java.util.function.Consumer;

/** Writes callouts; {@code children} writes what a node holds, {@code direction} an attribute. */
record CalloutWriter(HtmlOut out, Consumer<Node> children, Consumer<Node> direction) {

    /** The box, its title, and what it holds. */
    void write(CalloutTitle title, BlockQuote quote) {
        Callout callout = title.callout();
        boolean isFixed = callout.fold() == Callout.Fold.FIXED;
        String name = isFixed ? "div" : "details";
        String titleName = isFixed ? "p" : "summary";
        out.line().raw("<").raw(name).raw(" class=\"callout\"").attribute("data-callout", callout.type());
        direction.accept(quote);
        out.raw(callout.fold() == Callout.Fold.OPEN ? " open>" : ">").line();
        out.raw("<").raw(titleName).raw(" class=\"callout-title\"");
        direction.accept(title.hasChildren() ? title : quote); // Words of ours say nothing about it.
        out.raw(">");
        if (title.hasChildren()) {
            children.accept(title);
        } else {
            out.text(callout.defaultTitle());
        }
        out.raw("</").raw(titleName).raw(">").line();
        children.accept(quote);
        out.line().raw("</").raw(name).raw(">").line();
    }
}
