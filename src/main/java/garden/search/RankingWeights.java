package garden.search;

/**
 * What decides the order of what is found: judgement, held by the tests. A score is the sum over the words of the query of BM25 in the
 * best field times the weight of the field and of how the word is met there; then what the note as a whole adds.
 */
final class RankingWeights {

    /** A match in the title, next to one in the body. */
    static final float TITLE = 8;

    static final float ALIASES = 6;
    static final float HEADINGS = 3;
    static final float TAGS = 3;
    static final float PATH = 2;
    static final float BODY = 1;

    /** What fields other than the best one add. */
    static final float OTHER_FIELDS = 0.2f;

    /** The word with another ending, next to the word as it was typed. */
    static final float STEM = 0.3f;

    /** The parts of a compound word. */
    static final float PARTS = 0.25f;

    /** A word that begins with what was typed. */
    static final float PREFIX = 0.25f;

    /** A word that is spelled nearly so. */
    static final float FUZZY = 0.2f;

    /** Added when the query is the title or an alias. */
    static final float IS_TITLE = 1_000;

    /** Added when the query is the name of the file. */
    static final float IS_FILE_NAME = 500;

    /**
     * For each word when no note has all, times its rarity: so much more than the place and number of a word can score that notes with
     * more of the words come first.
     */
    static final float PER_WORD = 100;

    private RankingWeights() {}
}
