package garden.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms that the keys have. */
final class Forms {

    private static final Map<String, Object> STRING = Map.of("type", "string");

    /** How a URL begins, and what {@code scp} writes. */
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://|[^/\\\\\\s@]+@[^/:\\s]+:");

    private Forms() {}

    /** One line, not blank. */
    static Form<String> line(int maxLength) {
        return text(
                "one line of 1 to " + maxLength + " characters",
                Map.of("type", "string", "minLength", 1, "maxLength", maxLength),
                text -> isLine(text, maxLength) && !text.isBlank());
    }

    /** One line, or nothing. */
    static Form<String> lineOrEmpty(int maxLength) {
        return text(
                "one line of at most " + maxLength + " characters",
                Map.of("type", "string", "maxLength", maxLength),
                text -> isLine(text, maxLength));
    }

    private static boolean isLine(String text, int maxLength) {
        return text.length() <= maxLength && text.chars().noneMatch(Character::isISOControl);
    }

    /** A BCP 47 language tag. */
    static Form<String> language() {
        return text("a language tag such as en or de-CH", STRING, text -> !text.isEmpty() && isLanguage(text));
    }

    private static boolean isLanguage(String text) {
        try {
            new Locale.Builder().setLanguageTag(text).build();
            return true;
        } catch (IllformedLocaleException notATag) {
            return false;
        }
    }

    /** A name or a number of a network interface; looked up only when the server binds. */
    static Form<String> host() {
        return text("a host name or an IP address", STRING, text -> text.matches("[A-Za-z0-9._%\\[\\]:-]{1,255}"));
    }

    /** A folder inside the repository, or nothing for the whole. */
    static Form<String> innerFolder() {
        return text(
                "a folder inside the repository, parts joined by /, or nothing for the whole",
                STRING,
                text -> text.isEmpty() || Arrays.stream(text.split("/", -1)).allMatch(Forms::isPart));
    }

    private static boolean isPart(String part) {
        return !part.isEmpty() && !part.equals(".") && !part.equals("..") && isLine(part, 255);
    }

    /** A branch, by its short name; the rules of git-check-ref-format. */
    static Form<String> branch() {
        return text("the name of a branch", STRING, Forms::isBranch);
    }

    private static boolean isBranch(String text) {
        boolean hasForbidden = text.matches("(?s).*([\\p{Cntrl} ~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.).*");
        boolean startsWell = !text.isEmpty() && !text.matches("[-./].*") && !text.equals("@");
        boolean endsWell = !text.matches(".*([./]|\\.lock)") && !text.contains(".lock/");
        return !hasForbidden && startsWell && endsWell;
    }

    private static Form<String> text(String expected, Map<String, Object> schema, Predicate<String> check) {
        return Form.scalar(expected, schema, text -> Optional.of(text).filter(check));
    }

    /** True or false. */
    static Form<Boolean> flag() {
        return Form.scalar("true or false", Map.of("type", "boolean"), text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** The lower-case name of a constant. */
    static <E extends Enum<E>> Form<E> choice(Class<E> type) {
        Map<String, E> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> constant.name().toLowerCase(Locale.ROOT), constant -> constant));
        List<String> names = constants.keySet().stream().sorted().toList();
        return Form.scalar(
                String.join(" or ", names),
                Map.of("enum", names),
                text -> Optional.ofNullable(constants.get(text.toLowerCase(Locale.ROOT))));
    }

    /** A list of names of constants, lower case, words joined by {@code -}; commas where a list cannot be written. */
    static <E extends Enum<E>> Form<Set<E>> choices(Class<E> type) {
        Map<String, E> constants =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Forms::written, constant -> constant));
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Forms::written).toList();
        return new Form<>(
                "a list of " + String.join(", ", names),
                Map.of("type", "array", "items", Map.of("enum", names)),
                (raw, base) -> Globs.read(raw).flatMap(words -> all(words, constants)));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E> Optional<Set<E>> all(List<String> words, Map<String, E> constants) {
        return constants.keySet().containsAll(words)
                ? Optional.of(words.stream().map(constants::get).collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    /** A whole number; both ends are allowed. */
    static Form<Integer> number(int min, int max) {
        return Form.scalar(
                min + " to " + max,
                Map.of("type", "integer", "minimum", min, "maximum", max),
                text -> Amount.NUMBER.parse(text, min, max).map(Math::toIntExact));
    }

    /** Bytes; the ends are written as a value is, and allowed. */
    static Form<Long> size(String min, String max) {
        return Form.scalar(
                min + " to " + max + ", written as 512 MiB, 100 kB or a number of bytes",
                Map.of("type", List.of("string", "integer"), "pattern", Amount.SIZE.pattern()),
                text -> Amount.SIZE.parse(text, Amount.SIZE.of(min), Amount.SIZE.of(max)));
    }

    /** A length of time; the ends are written as a value is, and allowed. */
    static Form<Duration> duration(String min, String max) {
        return Form.scalar(
                min + " to " + max + ", written as 300 ms, 2 s, 5 min or 1 h",
                Map.of("type", "string", "pattern", Amount.TIME.pattern()),
                text -> Amount.TIME
                        .parse(text, Amount.TIME.of(min), Amount.TIME.of(max))
                        .map(Duration::ofMillis));
    }

    /** The site's address; empty for {@code auto}. */
    static Form<Optional<SiteUrl>> urlOrAuto() {
        return Form.scalar("auto, or an http or https URL without user, query and fragment", STRING, SiteUrl::parse)
                .orWord("auto");
    }

    /** An absolute path made from what is written. */
    static Form<Path> path() {
        return new Form<>("a path", STRING, (raw, base) -> raw.scalar().flatMap(text -> path(text, base)));
    }

    /** A path; empty for {@code none}. */
    static Form<Optional<Path>> pathOrNone() {
        return new Form<>("a path or none", STRING, path().reader()).orWord("none");
    }

    /** A path to what a repository begins with; empty for {@code none}. What is elsewhere must be fetched by somebody first. */
    static Form<Optional<Path>> seed() {
        return new Form<>(
                        "a repository, a bundle or a folder on this machine, or none; clone what is elsewhere first, or"
                                + " follow it: --mirror URL",
                        STRING,
                        (raw, base) -> raw.scalar()
                                .filter(text -> !ELSEWHERE.matcher(text).lookingAt())
                                .flatMap(text -> path(text, base)))
                .orWord("none");
    }

    private static Optional<Path> path(String text, Path base) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(base.resolve(text).normalize());
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** A list of patterns as in {@code .gitignore} that are globs too; commas outside of braces separate them where a list cannot be written. */
    static Form<List<String>> globs() {
        return new Form<>(
                "a list of patterns as in .gitignore, such as templates/",
                Map.of("type", "array", "items", STRING),
                (raw, base) -> Globs.read(raw));
    }

    /** A list of hosts, each perhaps with a port; commas separate them where a list cannot be written. */
    static Form<List<String>> hosts() {
        return new Form<>(
                "a list of hosts such as example.org or example.org:8443",
                Map.of("type", "array", "items", STRING),
                (raw, base) -> hosts(raw).filter(hosts -> hosts.stream().allMatch(Forms::isHost)));
    }

    private static Optional<List<String>> hosts(Raw raw) {
        Optional<List<String>> hosts = switch (raw) {
            case Raw.Items items -> Optional.of(items.items());
            case Raw.Text text ->
                Optional.of(
                        text.text().isBlank() ? List.of() : List.of(text.text().split(",", -1)));
            case Raw.Other other -> Optional.empty();
        };
        return hosts.map(names -> names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    private static boolean isHost(String host) {
        return host.matches("[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[0-9]{1,5})?");
    }

    /** A repository to follow, {@code none}, or {@code auto}. */
    static Form<MirrorOf> mirrorOf() {
        return new Form<>(
                "an https, http or ssh URL, a path, none or auto",
                STRING,
                (raw, base) -> raw.scalar().flatMap(text -> mirrorOf(text, base)));
    }

    private static Optional<MirrorOf> mirrorOf(String text, Path base) {
        return switch (text) {
            case "auto" -> Optional.of(new MirrorOf.Before());
            case "none" -> Optional.of(new MirrorOf.Nothing());
            default -> RemoteUrl.parse(text, base).map(MirrorOf.Upstream::new);
        };
    }

    /** Addresses to send something to; commas separate them where a list cannot be written. */
    static Form<List<TargetUrl>> targets() {
        return new Form<>(
                "a list of at most five http or https URLs without user",
                Map.of("type", "array", "items", STRING),
                (raw, base) -> TargetUrl.read(raw));
    }

    /** A password given by others; empty when nothing is written. */
    static Form<Optional<Secret>> passwordOrNothing() {
        return Form.scalar(
                        "1 to 2000 visible ASCII characters",
                        Map.of(),
                        text -> Optional.of(text)
                                .filter(password -> password.matches("[!-~]{1,2000}"))
                                .map(Secret::new))
                .orWord("");
    }

    /** A list of whole commit ids; commas separate them where a list cannot be written. */
    static Form<List<String>> commits() {
        return new Form<>(
                "a list of commits, 40 lower-case hexadecimal digits each",
                Map.of("type", "array", "items", STRING),
                (raw, base) -> Globs.read(raw)
                        .filter(commits -> commits.stream().allMatch(commit -> commit.matches("[0-9a-f]{40}"))));
    }

    /** A token; empty when nothing is written. */
    static Form<Optional<Secret>> secretOrNothing() {
        return Form.scalar("20 to 200 visible ASCII characters", Map.of(), Forms::secret)
                .orWord("");
    }

    private static Optional<Secret> secret(String text) {
        return Optional.of(text).filter(token -> token.matches("[!-~]{20,200}")).map(Secret::new);
    }
}
