package garden.markdown.html;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.reading.NoteBody;
import garden.markdown.syntax.CommentBlock;
import garden.markdown.syntax.CommentNode;
import java.util.Optional;

/** The heading of a body that its page's title repeats. */
record TitleHeading(NoteBody body) {

    /** The first visible block, when it is a heading of the first level that repeats {@code title}. */
    Optional<Heading> repeated(String title) {
        for (Node block : body.tree().getChildren()) {
            if (!isInvisible(block)) {
                return block instanceof Heading heading && isTitle(heading, title)
                        ? Optional.of(heading)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isInvisible(Node block) {
        return switch (block) {
            case CommentBlock comment -> true;
            case HtmlCommentBlock comment -> true;
            case Reference reference -> true;
            case Paragraph paragraph -> isHidden(paragraph);
            default -> false;
        };
    }

    /** Whether nothing of a paragraph is to be seen. */
    static boolean isHidden(Paragraph paragraph) {
        for (Node child : paragraph.getChildren()) {
            boolean isHidden = child instanceof CommentNode
                    || child instanceof HtmlInlineComment
                    || child.getChars().isBlank();
            if (!isHidden) {
                return false;
            }
        }
        return !(paragraph.getParent() instanceof FootnoteBlock);
    }

    private boolean isTitle(Heading heading, String title) {
        garden.note.Heading known = body.headings().get(heading);
        return known != null && known.level() == 1 && known.text().equalsIgnoreCase(title);
    }

    /** Whether the body has a heading of the first level besides {@code repeated}. */
    boolean hasTopHeading(Optional<Heading> repeated) {
        return body.headings().entrySet().stream()
                .anyMatch(entry -> entry.getValue().level() == 1
                        && repeated.filter(entry.getKey()::equals).isEmpty());
    }
}
