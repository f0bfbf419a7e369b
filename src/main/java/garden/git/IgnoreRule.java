package garden.git;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * One pattern of a list. What closes is read in every way that its author may have meant, what opens in one: see
 * notes/internals/decisions/0038-ignored-files.md.
 *
 * @param number of its line, from 1
 * @param readings of gitignore's, for folders and files; the first is of the pattern as it is, the others close only
 * @param globs of Java's, for files; they close only
 */
record IgnoreRule(String pattern, int number, List<Reading> readings, List<PathMatcher> globs) {

    /** A backslash that protects nothing, as between the parts of a path on Windows. */
    private static final Pattern WINDOWS = Pattern.compile("\\\\(?=[\\p{L}\\p{N}_.(-]|\\*\\*)");

    /** Classes that know no case once all is folded. */
    private static final Pattern CASE_CLASS = Pattern.compile("\\[:(?:upper|lower):]", Pattern.CASE_INSENSITIVE);

    /** A path below the list's folder, as it is spelled and folded. */
    record Spelled(String raw, String folded) {

        static Spelled of(String path) {
            return new Spelled(path, IgnoreRule.folded(path));
        }
    }

    /** A pattern that JGit has read, of folded paths or of paths as they are. */
    record Reading(FastIgnoreRule rule, boolean isFolded) {

        boolean matches(Spelled path, boolean isFolder) {
            return rule.isMatch(isFolded ? path.folded() : path.raw(), isFolder, true);
        }
    }

    /** The pattern of a list in the garden. */
    static IgnoreRule ofFile(String line, int number) {
        String pattern = withoutDotSlash(line);
        return new IgnoreRule(line, number, readings(pattern), List.of());
    }

    /** A pattern of the configuration: it hides also what it hid as a glob, which configurations were once written in. */
    static IgnoreRule ofConfiguration(String text, int number) {
        String pattern = withoutDotSlash(text);
        List<PathMatcher> globs = Stream.of(text, folded(text))
                .flatMap(glob -> glob(glob).stream())
                .toList();
        return new IgnoreRule(text, number, readings(pattern), globs);
    }

    /** Whether the path is closed or opened by this; empty when it is neither. */
    Optional<Boolean> closes(Spelled path, boolean isFolder) {
        if (!isFolder && globs.stream().anyMatch(glob -> isMatch(glob, path))) {
            return Optional.of(true);
        }
        if (isOpening()) {
            return readings.stream().limit(1).anyMatch(reading -> reading.matches(path, isFolder))
                    ? Optional.of(false)
                    : Optional.empty();
        }
        return readings.stream().anyMatch(reading -> reading.matches(path, isFolder))
                ? Optional.of(true)
                : Optional.empty();
    }

    /** Whether this says nothing: a comment or a blank line. */
    boolean isEmpty() {
        return readings.isEmpty() && globs.isEmpty();
    }

    private boolean isOpening() {
        return readings.stream()
                .findFirst()
                .filter(reading -> reading.rule().getNegation())
                .isPresent();
    }

    private static boolean isMatch(PathMatcher glob, Spelled path) {
        try {
            return glob.matches(Path.of(path.raw())) || glob.matches(Path.of(path.folded()));
        } catch (InvalidPathException notOfThisSystem) {
            return false;
        }
    }

    private static Optional<PathMatcher> glob(String text) {
        try {
            return Optional.of(FileSystems.getDefault().getPathMatcher("glob:" + text));
        } catch (PatternSyntaxException noGlob) {
            return Optional.empty();
        }
    }

    private static List<Reading> readings(String pattern) {
        List<Reading> readings = new ArrayList<>();
        String folded = CASE_CLASS.matcher(folded(pattern)).replaceAll("[:alpha:]");
        add(folded, true, readings);
        add(pattern, false, readings);
        if (WINDOWS.matcher(folded).find()) {
            add(withoutDotSlash(folded.replace('\\', '/')), true, readings);
        }
        return List.copyOf(readings);
    }

    /** A bracket that nothing closes is a bracket, as shells have it. */
    private static void add(String pattern, boolean isFolded, List<Reading> readings) {
        FastIgnoreRule rule = new FastIgnoreRule(rooted(pattern, closed(pattern)));
        if (!rule.isEmpty()) {
            readings.add(new Reading(rule, isFolded));
        }
    }

    /** A pattern with a {@code /} before its end is about paths from the list's folder on, though no class keeps it. */
    private static String rooted(String pattern, String closed) {
        int slash = pattern.indexOf('/');
        int kept = closed.indexOf('/');
        boolean isLost = slash >= 0 && slash < pattern.length() - 1 && (kept < 0 || kept == closed.length() - 1);
        return isLost ? closed.replaceFirst("^!?", "$0/") : closed;
    }

    private static String closed(String pattern) {
        StringBuilder closed = new StringBuilder(pattern.length());
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\\' && at + 1 < pattern.length()) {
                closed.append(c).append(pattern.charAt(++at));
            } else if (c == '[') {
                int end = classEnd(pattern, at);
                closed.append(end < 0 ? "\\[" : charClass(pattern.substring(at + 1, end - 1)));
                at = end < 0 ? at : end - 1;
            } else {
                closed.append(c);
            }
            at++;
        }
        return closed.toString();
    }

    /** The class of what stands in brackets, without the {@code /} that none holds and at which JGit would part the pattern. */
    private static String charClass(String inside) {
        String sign = inside.startsWith("!") || inside.startsWith("^") ? inside.substring(0, 1) : "";
        String rest = inside.substring(sign.length()).replace("/", "");
        return rest.isEmpty() && !sign.isEmpty() ? "?" : "[" + sign + rest + "]";
    }

    /** Offset after the bracket that ends the class which begins at {@code start}; -1 when none does. */
    private static int classEnd(String pattern, int start) {
        int at = start + 1;
        if (at < pattern.length() && "!^".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
        int first = at;
        while (at < pattern.length()) {
            if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                at = pattern.indexOf(":]", at) + 1;
            } else if (pattern.charAt(at) == '\\') {
                at++;
            } else if (pattern.charAt(at) == ']' && at > first) {
                return at + 1;
            }
            at++;
        }
        return -1;
    }

    private static String withoutDotSlash(String pattern) {
        String sign = pattern.startsWith("!") ? "!" : "";
        String rest = pattern.substring(sign.length());
        while (rest.startsWith("./")) {
            rest = rest.substring(2);
        }
        boolean isHere = rest.equals(".") || (rest.isEmpty() && !pattern.equals(sign));
        return isHere && sign.isEmpty() ? "**" : sign + rest;
    }

    private static String folded(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
