package garden.markdown.syntax;

import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.model.WikiOrder;
import garden.markdown.text.RemarkMask;
import garden.note.Block;

/**
 * {@code [[target#fragment|label]]} or {@code ![[…]]} in the tree; {@code [[^id]]} is {@code [[#^id]]}. A leaf: its label is plain text, as in Obsidian.
 */
public final class WikiNode extends Node implements DoNotDecorate {

    private final boolean isEmbed;
    private final String target;
    private final String fragment;
    private final String label;

    /** @param chars brackets included, and {@code !} of an embed */
    public WikiNode(BasedSequence chars) {
        this(chars, WikiOrder.NAME_FIRST);
    }

    /** The same where the label comes first: {@code [[label|target#fragment]]}. */
    static WikiNode labelFirst(BasedSequence chars) {
        return new WikiNode(chars, WikiOrder.LABEL_FIRST);
    }

    private WikiNode(BasedSequence chars, WikiOrder order) {
        super(chars);
        this.isEmbed = chars.charAt(0) == '!';
        String inner = RemarkMask.unmasked(
                chars.subSequence(isEmbed ? 3 : 2, chars.length() - 2).toString());
        int bar = inner.indexOf('|');
        String before = bar < 0 ? inner : inner.substring(0, inner.startsWith("\\", bar - 1) ? bar - 1 : bar);
        String after = bar < 0 ? "" : inner.substring(bar + 1).replace("\\|", "|");
        boolean isLabelFirst = order == WikiOrder.LABEL_FIRST && bar >= 0 && !isEmbed;
        String address = isLabelFirst ? after : before;
        int hash = address.indexOf('#');
        boolean isOwnBlock = hash < 0 && address.strip().startsWith(Block.MARK);
        this.target = isOwnBlock ? "" : (hash < 0 ? address : address.substring(0, hash)).strip();
        this.fragment = isOwnBlock
                ? address.strip()
                : hash < 0 ? "" : address.substring(hash + 1).strip();
        this.label = (isLabelFirst ? before : after).strip();
    }

    /** Whether it begins with {@code !}. */
    public boolean isEmbed() {
        return isEmbed;
    }

    /** As written but trimmed; a wikilink names files literally, so nothing is percent-decoded. */
    public String target() {
        return target;
    }

    /** What stands after {@code #}; empty when nothing does. */
    public String fragment() {
        return fragment;
    }

    /** What follows the bar; empty when there is nothing. */
    public String label() {
        return label;
    }

    /** The label, or what Obsidian shows for the target: {@code note > heading}. */
    public String shown() {
        if (!label.isEmpty()) {
            return label;
        }
        String headings = String.join(" > ", fragment.split("#+"));
        return target.isEmpty() ? headings : fragment.isEmpty() ? target : target + " > " + headings;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
