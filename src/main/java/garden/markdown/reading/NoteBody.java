package garden.markdown.reading;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Problem;
import garden.note.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands below a note's front matter: the tree and what its nodes mean. The one source of truth about links, for the
 * note and for its page: what is not in these maps is text. Owned by the thread that parsed it.
 *
 * @param links in the order of the text
 * @param linksByNode by identity; a node of raw HTML may hold several, in order
 * @param headings in the order of the text; nodes are equal to themselves only
 * @param places ids in raw HTML, in the order of the text
 * @param blocks the parts that have an id
 * @param tags in the order of the text, without repeats
 * @param tagNodes the nodes that are tags
 * @param problems of ids, of tags and of what is not drawn, by line
 * @param text a line for each block
 * @param prose the first paragraphs, enough for a summary
 */
public record NoteBody(
        Document tree,
        List<Link> links,
        Map<Node, List<Link>> linksByNode,
        Map<Node, Heading> headings,
        List<String> places,
        Blocks blocks,
        List<Tag> tags,
        Set<Node> tagNodes,
        Footnotes footnotes,
        List<Problem> problems,
        String text,
        String prose,
        int words) {

    /** What it says, without the tree. */
    public BodyContent content() {
        return new BodyContent(
                headings.values().stream()
                        .sorted(Comparator.comparingInt(
                                heading -> heading.span().start()))
                        .toList(),
                places,
                blocks.all(),
                tags,
                links,
                problems,
                new BodyContent.Words(text, prose, words));
    }

    /** The links written by {@code node}, in order. */
    public List<Link> links(Node node) {
        return linksByNode.getOrDefault(node, List.of());
    }
}
