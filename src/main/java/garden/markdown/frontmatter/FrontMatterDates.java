package garden.markdown.frontmatter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads dates as people write them in front matter: {@code 2024-05-01}, {@code 2024/5/1 10:30}, {@code 2024-05},
 * {@code 2024-05-01T10:30:00+02:00}, {@code 20240501}, those of RFC 2822, and seconds (10 digits) or milliseconds (13) since 1970.
 */
final class FrontMatterDates {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[uuuu-M-d][uuuu/M/d][['T'][' ']H:mm[:ss]]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[ ][XXX][XX][X]['UTC']['GMT']")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter MAIL =
            DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("[uuuu-M][uuuu/M]", Locale.ROOT);

    private static final Pattern DAY_OF_WEEK = Pattern.compile("^[A-Za-z]{3}\\s*,\\s*");
    private static final Pattern MAIL_COMMENT = Pattern.compile("\\s*\\([^()]*\\)$");
    private static final Pattern MAIL_ZONE = Pattern.compile("\\s([A-Za-z]{1,3})$");

    /** RFC 2822, section 4.3; other names of zones mean UTC there. */
    private static final Map<String, String> MAIL_ZONES = Map.of(
            "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500", "MST", "-0700", "MDT", "-0600", "PST",
            "-0800", "PDT", "-0700");

    /** Years that everyone who prints or stores a date can cope with: a day of year 999999999 and an offset is too late for Java's own dates. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private FrontMatterDates() {}

    /** The instant meant by {@code text}, UTC unless it says otherwise; empty when it is no date of the years 1 to 9999. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(instant(text)).filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        if (text.matches("[0-9]{8}")) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
        }
        if (text.matches("[0-9]{10}")) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (text.matches("[0-9]{13}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        if (text.matches("[0-9]{4}[-/][0-9]{1,2}")) {
            return YearMonth.parse(text, MONTH).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return text.matches("(?s)[0-9]{4,}[-/].*") ? written(text) : mailed(text);
    }

    /** The day of the week is not compared with the date. */
    private static Instant mailed(String text) {
        String date =
                DAY_OF_WEEK.matcher(MAIL_COMMENT.matcher(text).replaceFirst("")).replaceFirst("");
        String zoned = MAIL_ZONE
                .matcher(date)
                .replaceFirst(
                        zone -> " " + MAIL_ZONES.getOrDefault(zone.group(1).toUpperCase(Locale.ROOT), "+0000"));
        return MAIL.parse(zoned.replaceAll("\\s+", " "), Instant::from);
    }

    private static Instant written(String text) {
        return switch (FORMAT.parseBest(text, ZonedDateTime::from, LocalDateTime::from)) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            default -> throw new DateTimeException(text);
        };
    }
}
