package garden.graph;

import garden.note.NotePath;
import java.util.List;

/** Where a link leads, and by which rule; see notes/internals/decisions for the table of rules. */
public sealed interface Resolution {

    /** The rule that decided. */
    Rule rule();

    /**
     * The link leads somewhere.
     *
     * @param anchor of the heading or block meant, without {@code #}; for an attachment the fragment as written; empty for the whole
     * @param heading whether the heading or block meant exists
     * @param others files of the same name that were passed over though no rule prefers one clearly, by path
     */
    record Resolved(Target target, String anchor, HeadingMatch heading, List<NotePath> others, Rule rule)
            implements Resolution {

        public Resolved {
            others = List.copyOf(others);
        }
    }

    /** Several notes carry the name as an alias or a title, and none is chosen. At least two candidates, by path. */
    record Ambiguous(List<NotePath> candidates, Rule rule) implements Resolution {

        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nothing carries the name. */
    record Missing(Rule rule) implements Resolution {}

    /** What became of a link's fragment. */
    enum HeadingMatch {
        /** The link has no fragment that names a heading or a block. */
        NONE_ASKED,
        /** The heading or block exists. */
        FOUND,
        /** The target has no such heading or block; the link leads to its beginning. */
        MISSING,
    }

    /** The rules of resolution, in the order in which they are tried. */
    enum Rule {
        /** An empty target is the note itself. */
        SELF,
        /** {@code ./} and {@code ../} are followed from the note's folder. */
        RELATIVE_PATH,
        /** A leading {@code /} is followed from the garden's root. */
        ROOT_PATH,
        /** Only one file's path ends with the target. */
        ONLY_NAME,
        /** Of several, the file whose whole path equals the target. */
        WHOLE_PATH,
        /** Of several, the one below the note's own folder with the shortest path. */
        OWN_FOLDER,
        /** Of several, the one with the shortest path. */
        SHORTEST_PATH,
        /** The one note that has the name as an alias. */
        ALIAS,
        /** The one note that has the name as its title. */
        TITLE,
        /** A Markdown link read as a browser would, from the note's folder. */
        WEB_PATH,
        /** The page of a tag or of a folder. */
        LISTING,
        /** Nothing fits. */
        NOTHING,
    }
}
