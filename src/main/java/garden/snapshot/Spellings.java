package garden.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a reader may have meant by an address: as it is, and without what other programs put around and into it. */
final class Spellings {

    private static final List<String> SUFFIXES = List.of(".html", ".htm");

    private Spellings() {}

    /** The readings of {@code spelling} in the order of likeliness, itself first; none with an empty part inside. */
    static List<String> readings(String spelling, AddressRules rules) {
        if (("/" + spelling).contains("//")) {
            return List.of();
        }
        Set<String> readings = new LinkedHashSet<>();
        for (String spaced : List.of(spelling, spelling.replace('+', ' '))) {
            readings.add(spaced);
            String plain = rules.slug(plain(spaced)).value();
            readings.add(plain);
            readings.add(withoutSlash(plain));
        }
        return new ArrayList<>(readings);
    }

    /** Without trailing {@code /}, {@code .html}, {@code .htm} and {@code index}. */
    private static String plain(String spelling) {
        String plain = withoutSlash(spelling);
        for (String suffix : SUFFIXES) {
            if (endsWith(plain, suffix)) {
                plain = plain.substring(0, plain.length() - suffix.length());
            }
        }
        boolean isIndex = plain.equalsIgnoreCase("index") || endsWith(plain, "/index");
        return isIndex ? plain.substring(0, plain.length() - "index".length()) : plain;
    }

    private static boolean endsWith(String text, String suffix) {
        int start = text.length() - suffix.length();
        return text.regionMatches(true, start, suffix, 0, suffix.length());
    }

    /** Without one trailing {@code /}. */
    static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
