package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontValue.Entries;
import garden.markdown.frontmatter.FrontValue.Items;
import garden.markdown.frontmatter.FrontValue.Scalar;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of front matter that say who may see a note, and what their values say. The one table of them: for front matter that is
 * read, and for lines that cannot be.
 */
enum VisibilityKey {
    DRAFT("draft", Meaning.TRUE_HIDES),
    IS_DRAFT("isdraft", Meaning.TRUE_HIDES),
    PRIVATE("private", Meaning.TRUE_HIDES),
    PUBLISH("publish", Meaning.FALSE_HIDES),
    DG_PUBLISH("dg-publish", Meaning.FALSE_HIDES),
    UNLISTED("unlisted", Meaning.TRUE_UNLISTS),
    PUBLISHED("published", Meaning.DATE_UNLESS_FALSE),
    STATUS("status", Meaning.WORD),
    VISIBILITY("visibility", Meaning.WORD);

    /** What looks like a space or like nothing, for a class of a pattern: YAML takes the wider ones for letters. */
    static final String BLANK = " \\t\\u00A0\\u2000-\\u200F\\u202F\\u2060\\u3000\\uFEFF";

    private static final Pattern AROUND = Pattern.compile("^[" + BLANK + "]+|[" + BLANK + "]+$");

    /** How a value is taken. */
    private enum Meaning {
        TRUE_HIDES,
        FALSE_HIDES,
        TRUE_UNLISTS,
        /** As Jekyll and Hexo have it, where false hides; elsewhere it is a date. */
        DATE_UNLESS_FALSE,
        /** One of a few words hides, all others are the author's own. */
        WORD
    }

    private final String key;
    private final Meaning meaning;

    VisibilityKey(String key, Meaning meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** The one that is spelled so; case and {@link #BLANK} around it do not matter. */
    static Optional<VisibilityKey> of(String key) {
        String bare = AROUND.matcher(key).replaceAll("").toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(known -> known.key.equals(bare)).findFirst();
    }

    /** As front matter spells it, in lower case. */
    String key() {
        return key;
    }

    /** What {@code value}, which is not empty, says under this key; empty when that is not understood, and then the note is hidden. */
    Optional<SpokenVisibility> says(FrontValue value) {
        return switch (value) {
            case Scalar scalar -> says(scalar);
            case Items list
            when isOptional() ->
                Optional.of(list.items().stream()
                        .flatMap(item -> says(item).stream())
                        .reduce(SpokenVisibility.NOTHING, SpokenVisibility::and));
            case Entries mapping when isOptional() -> Optional.of(SpokenVisibility.NOTHING);
            case Items list -> Optional.empty();
            case Entries mapping -> Optional.empty();
        };
    }

    /** Whether the key has a use of its own beside, so that what is not understood here may be right there. */
    boolean isOptional() {
        return meaning == Meaning.DATE_UNLESS_FALSE || meaning == Meaning.WORD;
    }

    private Optional<SpokenVisibility> says(Scalar scalar) {
        Optional<Boolean> flag = scalar.flag();
        return switch (meaning) {
            case TRUE_HIDES -> flag.map(yes -> yes ? SpokenVisibility.HIDDEN : SpokenVisibility.NOTHING);
            case FALSE_HIDES -> flag.map(SpokenVisibility::published);
            case TRUE_UNLISTS -> flag.map(yes -> yes ? SpokenVisibility.UNLISTED : SpokenVisibility.NOTHING);
            case DATE_UNLESS_FALSE ->
                Optional.of(flag.orElse(true) ? SpokenVisibility.NOTHING : SpokenVisibility.published(false));
            case WORD -> Optional.of(word(scalar.text()));
        };
    }

    private static SpokenVisibility word(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "draft", "private" -> SpokenVisibility.HIDDEN;
            case "hidden", "unlisted" -> SpokenVisibility.UNLISTED;
            default -> SpokenVisibility.NOTHING;
        };
    }
}
