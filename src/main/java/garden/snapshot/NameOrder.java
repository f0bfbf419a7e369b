package garden.snapshot;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * The order of names in the lists of a garden: that of its language, numbers in them by their value. Immutable, thread-safe, and the same
 * on every machine: the rules are those of CLDR that come with the ICU library, not those of the Java that runs.
 *
 * <p>Names that a language does not tell apart are equal; who sorts by this order adds another. Why so: decision 0036.
 */
public final class NameOrder implements Comparator<String> {

    /** The order of no language: that of CLDR's root. */
    public static final NameOrder ROOT = of("");

    /** So much of a name counts, in UTF-16 units. */
    private static final int MAX_CHARS = 300;

    private final String language;
    private final RuleBasedCollator collator;

    private NameOrder(String language, RuleBasedCollator collator) {
        this.language = language;
        this.collator = collator;
    }

    /** That of a language, given as a tag of BCP 47; of one that is not known, the order of none. */
    public static NameOrder of(String language) {
        if (!(Collator.getInstance(ULocale.forLanguageTag(language)) instanceof RuleBasedCollator collator)) {
            throw new IllegalStateException("order of " + language + ": expected rules, found none");
        }
        collator.setNumericCollation(true);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        collator.freeze();
        return new NameOrder(language, collator);
    }

    @Override
    public int compare(String name, String other) {
        return collator.compare(cut(name), cut(other));
    }

    /** What sorts as the name does. */
    SortKey key(String name) {
        return new SortKey(bytes(name));
    }

    /** What sorts as paths do: part by part, what is inside after what is around it. */
    SortKey pathKey(String path) {
        StringBuilder keys = new StringBuilder();
        for (String part : path.split("/", -1)) {
            keys.append(bytes(part));
        }
        return new SortKey(keys.toString());
    }

    /** A collation key, a byte a character; it ends with the only zero in it, so that keys may be put one after another. */
    private String bytes(String name) {
        RawCollationKey key = collator.getRawCollationKey(cut(name), new RawCollationKey());
        return new String(key.bytes, 0, key.size, StandardCharsets.ISO_8859_1);
    }

    private static String cut(String name) {
        return name.length() > MAX_CHARS ? name.substring(0, MAX_CHARS) : name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameOrder order && order.language.equals(language);
    }

    @Override
    public int hashCode() {
        return language.hashCode();
    }

    @Override
    public String toString() {
        return language;
    }
}
