package garden.graph;

import garden.note.NotePath;
import java.util.List;

/** Where a link leads, and by which rule; see notes/internals/decisions for the table of rules. */
public sealed interface Resolution {

    /** So many files are named of those that could be meant as well. */
    int MAX_NAMED = 20;

    /** The rule that decided. */
    Rule rule();

    /**
     * The link leads somewhere.
     *
     * @param anchor of the heading or block meant, without {@code #}; for an attachment the fragment as written; empty for the whole
     * @param heading whether the heading or block meant exists
     * @param others files of the same name that were passed over though no rule prefers one clearly, by path; none when
     *     {@code isOneOfMany}
     * @param isOneOfMany whether they are more than {@link #MAX_NAMED}. Naming some would change what is said of each link to the name
     *     with each file that gets it
     */
    record Resolved(
            Target target, String anchor, HeadingMatch heading, List<NotePath> others, boolean isOneOfMany, Rule rule)
            implements Resolution {

        public Resolved {
            others = List.copyOf(others);
        }

        /** The link leads to the whole of {@code target}, and nothing else could be meant. */
        static Resolved clearly(Target target, Rule rule) {
            return new Resolved(target, "", HeadingMatch.NONE_ASKED, List.of(), false, rule);
        }

        /** The link leads to the whole of {@code target}, though it could mean one of {@code others}, by path. */
        static Resolved among(Target target, List<NotePath> others, Rule rule) {
            boolean isMany = others.size() > MAX_NAMED;
            return new Resolved(target, "", HeadingMatch.NONE_ASKED, isMany ? List.of() : others, isMany, rule);
        }

        /** The same, narrowed to a part of the target. */
        Resolved at(String part, HeadingMatch match) {
            return new Resolved(target, part, match, others, isOneOfMany, rule);
        }

        /** Whether no rule prefers the target clearly. */
        boolean isUnsure() {
            return isOneOfMany || !others.isEmpty();
        }
    }

    /**
     * Several notes carry the name as an alias or a title, and none is chosen.
     *
     * @param candidates at least two, by path: the first {@link #MAX_NAMED}; none when all are unlisted
     */
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
        SELF(1, "an empty name is the note itself"),
        /** {@code ./} and {@code ../} are followed from the note's folder. */
        RELATIVE_PATH(2, "./ and ../ are followed from the note's folder, and no name is looked up"),
        /** A leading {@code /} is followed from the garden's root. */
        ROOT_PATH(3, "a leading / is followed from the top of the garden, and no name is looked up"),
        /** A Markdown link is followed from the note's folder to the file that stands exactly there. */
        IN_PLACE(4, "a Markdown link, and a file stands exactly where it says, read from the note's folder"),
        /** Only one file's path ends with the target. */
        ONLY_NAME(6, "the only file whose path ends so"),
        /** Of several, the file whose whole path equals the target. */
        WHOLE_PATH(7, "of several, the one whose whole path is what the link says"),
        /** Of several, the one below the note's own folder with the shortest path. */
        OWN_FOLDER(8, "of several, the one below the note's own folder with the shortest path"),
        /** Of several, the one with the shortest path. */
        SHORTEST_PATH(9, "of several, the one with the shortest path"),
        /** Of several as near and as short, the one spelled as in the link, else the first by path. */
        TIE(10, "of several as good, the one spelled as in the link, else the first by path"),
        /** The one note that has the name as an alias. */
        ALIAS(11, "no file has the name; notes have it as an alias"),
        /** The one note that has the name as its title. */
        TITLE(11, "no file and no alias has the name; notes have it as their title"),
        /** A Markdown link read as a browser would, from the note's folder. */
        WEB_PATH(12, "no name fits; read as a browser would, from the note's folder"),
        /** The page of a tag or of a folder. */
        LISTING(13, "no note fits; the page of a tag or a folder"),
        /** A file that was called so once, or that the link led to from where its note was before. */
        FORMER_NAME(14, "nothing has the name now; a file had it before it was renamed"),
        /** Nothing fits. */
        NOTHING(15, "nothing has the name");

        private final int number;
        private final String words;

        Rule(int number, String words) {
            this.number = number;
            this.words = words;
        }

        /** The rule's number in notes/internals/decisions/0004-link-resolution.md; from 1. */
        public int number() {
            return number;
        }

        /** The rule as a clause. */
        public String words() {
            return words;
        }
    }
}
