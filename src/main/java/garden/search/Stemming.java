package garden.search;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * The languages whose endings are looked through, by Snowball's stemmers; in every other a word is its own stem.
 *
 * @param code of ISO 639-1; empty where words are their own stems
 */
record Stemming(String code) {

    static final Stemming NONE = new Stemming("");

    private static final int MIN_LENGTH = 3;

    private static final SortedMap<String, Supplier<SnowballStemmer>> STEMMERS = new TreeMap<>(Map.ofEntries(
            Map.entry("da", DanishStemmer::new),
            Map.entry("de", GermanStemmer::new),
            Map.entry("el", GreekStemmer::new),
            Map.entry("en", EnglishStemmer::new),
            Map.entry("es", SpanishStemmer::new),
            Map.entry("fi", FinnishStemmer::new),
            Map.entry("fr", FrenchStemmer::new),
            Map.entry("hu", HungarianStemmer::new),
            Map.entry("it", ItalianStemmer::new),
            Map.entry("nb", NorwegianStemmer::new),
            Map.entry("nl", DutchStemmer::new),
            Map.entry("nn", NorwegianStemmer::new),
            Map.entry("no", NorwegianStemmer::new),
            Map.entry("pt", PortugueseStemmer::new),
            Map.entry("ro", RomanianStemmer::new),
            Map.entry("ru", RussianStemmer::new),
            Map.entry("sv", SwedishStemmer::new),
            Map.entry("tr", TurkishStemmer::new)));

    /** That of a text whose language has this tag of BCP 47: its first part decides. */
    static Stemming of(String tag) {
        String code = tag.split("[-_]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return STEMMERS.containsKey(code) ? new Stemming(code) : NONE;
    }

    /** The stem of a folded word; the word itself where it is short or not of letters alone. English is that of Latin letters. */
    String stem(String word) {
        return Optional.ofNullable(STEMMERS.get(code))
                .filter(known -> word.length() >= MIN_LENGTH && isStemmed(word))
                .map(stemmer -> stem(stemmer.get(), word))
                .orElse(word);
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private boolean isStemmed(String word) {
        boolean isOfLatin = !code.equals("ru") && !code.equals("el");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetter(c) || (c < 0x80) != isOfLatin) {
                return false;
            }
        }
        return true;
    }
}
