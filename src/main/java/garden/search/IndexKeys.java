package garden.search;

import garden.text.Sha256;

/** The names of the fields that hold one value whole, and the form of that value. */
final class IndexKeys {

    /** The path, exactly; also what hits of one score are ordered by. */
    static final String ID = "id";

    /** The path without suffix, folded, for {@link Query.Under}. */
    static final String FOLDED_PATH = "folded_path";

    /** Each tag and the tags around it, folded. */
    static final String TAG = "tag";

    /** The words of the title and of each alias, folded. */
    static final String NAME = "name";

    /** The words of the title, folded. */
    static final String TITLE_NAME = "title_name";

    /** The words of the file name, folded. */
    static final String FILE_NAME = "file_name";

    /** The words of each {@link NoteContext#labels label}, folded. */
    static final String LABEL = "label";

    /** The first character of each word of the title, the aliases and the file name. */
    static final String INITIAL = "initial";

    /** The {@link Stemming#code} of the note's language. */
    static final String LANGUAGE = "language";

    /** Every word of the note and its forms, as often as they weigh: see {@link WordWeights}. */
    static final String WORDS = "words";

    /** {@link NoteContext#doubledLinks}. */
    static final String DOUBLED_LINKS = "doubled_links";

    /** Pairs of characters of all names, for names much alike. */
    static final String GRAM = "gram";

    /** Short names with a character left out, for names mistyped. */
    static final String DELETION = "deletion";

    /** Number of UTF-16 units in the title. */
    static final String TITLE_LENGTH = "title_length";

    /** The path and the {@link NoteNames} as written. */
    static final String NAMES = "names";

    /** The note, as {@link NoteCodec} writes it. */
    static final String NOTE = "note";

    /** The text of the note. */
    static final String TEXT = "text";

    /** Lucene refuses a term of more than 32,766 bytes; no honest path or name comes near. */
    private static final int MAX_LENGTH = 1_000;

    private IndexKeys() {}

    /** The value, or for a very long one its beginning and its hash. */
    static String of(String value) {
        return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + Sha256.hex(value);
    }
}
