package garden.markdown.html;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.reading.Footnotes;
import garden.markdown.syntax.InlineFootnote;
import java.util.List;
import java.util.function.Consumer;

/** Writes references to footnotes, and the footnotes below the text. Owned by one thread. */
final class FootnoteWriter {

    private final Footnotes footnotes;
    private final HtmlOut out;
    private final Consumer<Node> children;
    private final Consumer<Node> direction;
    private final Footnotes.Referred referred = new Footnotes.Referred();
    private boolean isPart;

    /** {@code children} writes what a node holds, {@code direction} an attribute. */
    FootnoteWriter(Footnotes footnotes, HtmlOut out, Consumer<Node> children, Consumer<Node> direction) {
        this.footnotes = footnotes;
        this.out = out;
        this.children = children;
        this.direction = direction;
    }

    /** A reference in the text; one without a footnote is text. */
    void reference(Node node) {
        footnotes.reference(node).ifPresentOrElse(this::reference, () -> out.text(node.getChars()));
    }

    private void reference(Footnotes.Reference reference) {
        referred.add(reference);
        out.raw("<sup class=\"footnote\"").attribute("id", reference.id());
        out.raw("><a").attribute("href", "#" + reference.definitionId());
        out.raw(">").raw(String.valueOf(reference.number())).raw("</a></sup>");
    }

    /** All footnotes of the note. */
    void all() {
        List<Node> definitions = footnotes.definitions();
        if (definitions.isEmpty()) {
            return;
        }
        out.line().raw("<section class=\"footnotes\">\n<ol>\n");
        for (Node definition : definitions) {
            out.line().raw("<li").attribute("id", "fn:" + footnotes.number(definition));
            direction.accept(definition);
            out.raw(">");
            definition(definition);
        }
        out.raw("</ol>\n</section>\n");
    }

    /** The footnotes that the written part refers to, and those that these refer to; they keep their numbers. */
    void part() {
        isPart = true;
        if (referred.numbers().isEmpty()) {
            return;
        }
        List<Node> definitions = footnotes.definitions();
        out.line().raw("<section class=\"footnotes\">\n<ol>\n");
        for (int i = 0; i < referred.numbers().size(); i++) {
            int number = referred.numbers().get(i);
            out.line().raw("<li").attribute("id", "fn:" + number);
            out.attribute("value", String.valueOf(number));
            direction.accept(definitions.get(number - 1));
            out.raw(">");
            definition(definitions.get(number - 1));
        }
        out.raw("</ol>\n</section>\n");
    }

    private void definition(Node definition) {
        boolean isInline = definition instanceof InlineFootnote;
        out.raw(isInline ? "<p>" : "");
        children.accept(definition);
        if (isInline || !(definition.getLastChild() instanceof Paragraph)) {
            backReferences(definition);
        }
        out.raw(isInline ? "</p>" : "").raw("</li>").line();
    }

    /** The ways back to where the text refers to a footnote. */
    void backReferences(Node definition) {
        for (Footnotes.Reference reference : footnotes.references(definition)) {
            if (!isPart || referred.contains(reference)) {
                out.raw(" <a class=\"back\" title=\"Back to the text\"").attribute("href", "#" + reference.id());
                out.raw(">↩</a>");
            }
        }
    }
}
