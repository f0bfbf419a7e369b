package garden.config;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole number with a unit behind it, in any case, with or without a space between.
 *
 * @param units lower case, to how many of the smallest unit one of them is
 * @param pattern a regular expression for editors; it may allow what {@link #parse} refuses for its size
 */
record Amount(Map<String, Long> units, String pattern) {

    /** No unit. */
    static final Amount NUMBER = new Amount(Map.of("", 1L), "^-?[0-9]{1,18}$");

    /** In bytes. */
    static final Amount SIZE = new Amount(
            Map.ofEntries(
                    Map.entry("", 1L),
                    Map.entry("b", 1L),
                    Map.entry("kb", 1_000L),
                    Map.entry("mb", 1_000_000L),
                    Map.entry("gb", 1_000_000_000L),
                    Map.entry("kib", 1L << 10),
                    Map.entry("mib", 1L << 20),
                    Map.entry("gib", 1L << 30)),
            "^[0-9]{1,18} ?(([kKmMgG][iI]?)?[bB])?$");

    /** In milliseconds. */
    static final Amount TIME =
            new Amount(Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L), "^[0-9]{1,18} ?(ms|s|min|h)$");

    private static final Pattern WRITTEN = Pattern.compile("(-?[0-9]{1,18})\\s*([A-Za-z]*)");

    Amount {
        units = Map.copyOf(units);
    }

    /** The amount in the smallest unit; empty when it is not written as one, or not from {@code min} to {@code max}. */
    Optional<Long> parse(String text, long min, long max) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(units.get(written.group(2).toLowerCase(Locale.ROOT)))
                .map(unit -> new BigInteger(written.group(1)).multiply(BigInteger.valueOf(unit)))
                .filter(amount -> amount.bitLength() < Long.SIZE)
                .map(BigInteger::longValueExact)
                .filter(amount -> amount >= min && amount <= max);
    }

    /** A limit written in this program. */
    long of(String text) {
        return parse(text, 0, Long.MAX_VALUE).orElseThrow();
    }
}
