package garden.markdown.syntax;

import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Node;

/** {@code [words][^1]}: flexmark reads a link to a definition named {@code ^1}; people mean words in brackets and a footnote. */
final class FootnoteMarks {

    private FootnoteMarks() {}

    /** Puts brackets, words and the reference to the footnote in the place of such links. */
    static void part(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            part(child);
            if (child instanceof LinkRef link && link.getReference().startsWith("^") && link.hasChildren()) {
                child = parted(link);
            }
        }
    }

    private static Node parted(LinkRef link) {
        Footnote footnote = new Footnote(
                link.getReferenceOpeningMarker()
                        .baseSubSequence(
                                link.getReferenceOpeningMarker().getStartOffset(),
                                link.getReference().getStartOffset() + 1),
                link.getReference().subSequence(1),
                link.getReferenceClosingMarker());
        link.insertBefore(new Text(link.getTextOpeningMarker()));
        while (link.getFirstChild() != null) {
            link.insertBefore(link.getFirstChild());
        }
        link.insertBefore(new Text(link.getTextClosingMarker()));
        link.insertBefore(footnote);
        link.unlink();
        return footnote;
    }
}
