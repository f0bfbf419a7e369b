package garden.note;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A note as parsed from one version of one file. Its text is not kept: the blob has it.
 *
 * @param title from front matter, else the file name; of the note that introduces a folder the folder's name
 * @param headings in the order of the text
 * @param places ids that the author gives in raw HTML, as written, in the order of the text; no two alike, none that a heading has
 * @param blocks parts with an id, in the order of the text; no two with one {@link Block#key}
 * @param tags from front matter, then from the text, without repeats
 * @param links in the order of the text
 * @param problems those that can be seen in the note alone, by line
 * @param summary the first words of the text, plain, at most 300 UTF-16 units; the front matter's description when given
 * @param words number of words in the text
 */
public record Note(
        NotePath path,
        BlobId blob,
        String title,
        FrontMatter frontMatter,
        List<Heading> headings,
        List<String> places,
        List<Block> blocks,
        List<Tag> tags,
        List<Link> links,
        List<Problem> problems,
        String summary,
        int words) {

    public Note {
        headings = List.copyOf(headings);
        places = List.copyOf(places);
        blocks = List.copyOf(blocks);
        tags = List.copyOf(tags);
        links = List.copyOf(links);
        problems = List.copyOf(problems);
    }

    /** The links of the text that stay in the garden or should, in the order of the text. */
    public Stream<Link.Local> localLinks() {
        return links.stream().filter(Link.Local.class::isInstance).map(Link.Local.class::cast);
    }

    /** Whether this stands for a note that could not be read in time, of which hardly anything is known. */
    public boolean isPending() {
        return problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.PENDING);
    }

    /** The heading above a link of this note; empty before the first heading. */
    public Optional<Heading> heading(Link.Local link) {
        int index = link.place().heading();
        return index < 0 ? Optional.empty() : Optional.of(headings.get(index));
    }
}
