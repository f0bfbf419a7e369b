package garden.markdown.reading;

import garden.note.Block;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Problem;
import garden.note.Tag;
import java.util.List;

/**
 * What a body says, read whole or in parts. Immutable; holds no tree.
 *
 * @param headings in the order of the text
 * @param places ids in raw HTML, in the order of the text, none that a heading has
 * @param blocks in the order of the text, no two with one key
 * @param tags in the order of the text, without repeats
 * @param links in the order of the text
 * @param problems by line
 */
public record BodyContent(
        List<Heading> headings,
        List<String> places,
        List<Block> blocks,
        List<Tag> tags,
        List<Link> links,
        List<Problem> problems,
        Words words) {

    /**
     * The words of a body.
     *
     * @param text a line for each block
     * @param prose the first paragraphs, enough for a summary
     * @param count of words, code left out
     */
    public record Words(String text, String prose, int count) {}
}
