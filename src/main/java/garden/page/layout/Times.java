package garden.page.layout;

import garden.text.PercentCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How templates print instants and anchors: days in UTC, in English. */
public final class Times {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Times() {}

    /** {@code 12 Mar 2024}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** {@code 12 Mar 2024, 08:15}. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** For machines, in whole seconds: {@code 2024-03-12T08:15:00Z}. */
    public static String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** An anchor as it stands behind {@code #} in an href. */
    public static String fragment(String anchor) {
        return PercentCode.encodePath(anchor);
    }
}
