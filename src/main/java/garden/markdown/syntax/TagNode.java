package garden.markdown.syntax;

import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.note.Tag;

/** {@code #tag} in the tree. */
public final class TagNode extends Node implements DoNotDecorate {

    TagNode(BasedSequence chars) {
        super(chars);
    }

    /** The tag that is named. */
    public Tag tag() {
        return new Tag(name());
    }

    /** As it is written, without {@code #}. */
    public String name() {
        return getChars().subSequence(1).toString();
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
