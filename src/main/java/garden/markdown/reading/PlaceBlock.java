package garden.markdown.reading;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.syntax.CalloutTitle;
import garden.markdown.text.AuthorAnchors;
import garden.markdown.text.RawHtml;
import garden.markdown.text.Stretch;
import garden.note.Note;
import java.util.Optional;

/** Finds what stands at a place that an author marked in raw HTML, see {@link AuthorAnchors}. */
public record PlaceBlock(Note note, NoteBody body, int shift) {

    /**
     * The block around the tag; when that holds nothing but tags, as an anchor on a line of its own does, the block behind it. A heading
     * means its section. Empty when the note has no such place.
     */
    public Optional<Stretch> of(String place) {
        for (Node node : body.tree().getDescendants()) {
            if (isAt(place, node)) {
                return Optional.of(stretch(shown(block(node))));
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(String place, Node node) {
        return (node instanceof HtmlBlockBase || node instanceof HtmlInlineBase)
                && RawHtml.pieces(node.getChars().toString()).stream()
                        .anyMatch(piece -> piece instanceof RawHtml.Tag tag
                                && AuthorAnchors.of(tag).filter(place::equals).isPresent());
    }

    private static Node block(Node node) {
        Node block = node;
        while (!(block instanceof Block) || block instanceof CalloutTitle) {
            block = block.getParent();
        }
        return block;
    }

    private static Node shown(Node block) {
        Node shown = block;
        while (isEmpty(shown) && shown.getNext() != null) {
            shown = shown.getNext();
        }
        return shown;
    }

    private static boolean isEmpty(Node block) {
        return RawHtml.pieces(block.getChars().toString()).stream().allMatch(piece -> switch (piece) {
            case RawHtml.Text text -> text.text().isBlank();
            case RawHtml.Tag tag -> tag.addressAttribute().isEmpty();
        });
    }

    private Stretch stretch(Node node) {
        return Optional.ofNullable(node instanceof Heading ? body.headings().get(node) : null)
                .flatMap(heading -> Stretch.of(note, heading.anchor()))
                .orElseGet(() -> new Stretch(
                        node.getStartOffset() + shift, node.getChars().trimEnd().getEndOffset() + shift));
    }
}
