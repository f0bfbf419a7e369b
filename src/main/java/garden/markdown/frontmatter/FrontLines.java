package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontValue.Entries;
import garden.note.Problem;
import java.util.List;

/**
 * What could be read of front matter.
 *
 * @param problems what could not, by line
 * @param lost the lines that could not, or more
 */
record FrontLines(Entries entries, List<Problem> problems, String lost) {

    FrontLines {
        problems = List.copyOf(problems);
    }
}
