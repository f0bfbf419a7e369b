package garden.search;

/**
 * What decides the order of what is found. First how the query meets what the note is called: each step is worth more than all words can score,
 * so that a name goes before any number of words elsewhere. Then BM25F over the words; then what tells equals apart.
 * What each was measured to do stands in notes/internals/performance.md.
 */
final class RankingWeights {

    /** A word in the title, next to one in the body: as much as it takes to go before a short note that is full of the word. */
    static final float TITLE = 30;

    static final float ALIASES = 24;

    /** A word in the text of a link that leads to the note: what others call it. */
    static final float LABELS = 12;

    static final float HEADINGS = 8;
    static final float TAGS = 8;

    /** A name that the note had before: found, but after whoever has the name now. */
    static final float FORMER_NAMES = 6;

    static final float PATH = 6;
    static final float ATTACHMENTS = 3;
    static final float PROPERTIES = 2;
    static final float BODY = 1;

    /**
     * BM25's k1, in occurrences in a body of usual length. Higher than for one field (1.2), since the weights of the fields are
     * counted in it: at 1.2 a title would be no more than ten words of a body.
     */
    static final float SATURATION = 4;

    /** BM25's b: how much longer texts pay for their length. The usual value. */
    static final float LENGTH = 0.75f;

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
    static final float IS_FILE_NAME = 800;

    /** Added when the query is, whole, what a link to the note says. */
    static final float IS_LABEL = 600;

    /** Added when the title begins with the query. */
    static final float BEGINS_TITLE = 300;

    /** Added when the name of the file begins with the query. */
    static final float BEGINS_FILE_NAME = 250;

    /** Added when an alias begins with the query: less than a title that has all its words. */
    static final float BEGINS_ALIAS = 90;

    /** Added when each word of the query begins a word of one name, in that order; no more than a name that begins so. */
    static final float IN_TITLE = 100;

    /** Times the part of a name that the query makes up, 0 to 1, added where the query begins the name or is in it. */
    static final float NEARNESS = 90;

    /** Times that, for an alias. */
    static final float OF_ALIAS = 0.5f;

    /** Added, times how much alike, when no note has all words and a name is much like the query. */
    static final float LIKE_NAME = 400;

    /** Added when the words stand next to each other as typed, times the phrase's own score. */
    static final float PHRASE = 1;

    /** The same for words that are near each other, in any order. */
    static final float NEAR = 0.5f;

    /** Added for each doubling of the number of notes that link to the note: less than a word in a heading. */
    static final float PER_DOUBLED_LINKS = 0.1f;

    /**
     * For each word when no note has all, times its rarity: so much more than the place and number of a word can score that notes with
     * more of the words come first.
     */
    static final float PER_WORD = 100;

    /** Times that, when the note has the word in another spelling only: no number of typos outweighs a word as it was typed. */
    static final float NEAR_SPELLING = 0.5f;

    private RankingWeights() {}
}
