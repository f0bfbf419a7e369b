package garden.snapshot;

import garden.note.NotePath;
import garden.note.Problem;
import garden.text.PercentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads redirect files. Never fails: a line that cannot be used is a problem of its file. Used once. */
public final class RedirectParser {

    private static final int MAX_RULES = 20_000;
    private static final int MAX_LINE = 2_000;

    private final AddressRules rules;
    private final List<RedirectRule> redirects = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean isFull;

    private RedirectParser(AddressRules rules) {
        this.rules = rules;
    }

    /** A line is wrong; the message says how. */
    private static final class BadLine extends Exception {

        private static final long serialVersionUID = 1;

        BadLine(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads one line. */
    @FunctionalInterface
    private interface Line {
        Optional<RedirectRule> read() throws BadLine;
    }

    /**
     * Rules in Netlify's form: a line each, {@code /from /to}, then perhaps a status, with {@code !} to hold even where a file
     * lives; {@code #} begins a comment.
     */
    public static RedirectFile netlify(String text, AddressRules rules) {
        RedirectParser reader = new RedirectParser(rules);
        int number = 0;
        for (String line : text.lines().toList()) {
            int at = ++number;
            reader.add(at, () -> reader.rule(line, at));
        }
        return RedirectFile.of(reader.redirects, reader.problems);
    }

    /** An old path and a new one, both of files, as Gollum knows them. */
    public record Pair(String from, String to, int line) {}

    /** Rules from old paths to new ones; {@code problems} are those found while reading the pairs. */
    public static RedirectFile gollum(List<Pair> pairs, List<Problem> problems) {
        RedirectParser reader = new RedirectParser(AddressRules.DEFAULT);
        reader.problems.addAll(problems);
        for (Pair pair : pairs) {
            reader.add(pair.line(), () -> Optional.of(page(pair)));
        }
        return RedirectFile.of(reader.redirects, reader.problems);
    }

    private void add(int line, Line reading) {
        if (isFull) {
            return;
        }
        try {
            Optional<RedirectRule> rule = reading.read();
            isFull = rule.isPresent() && redirects.size() == MAX_RULES;
            if (isFull) {
                throw new BadLine("expected at most " + MAX_RULES + " rules, found more");
            }
            rule.ifPresent(redirects::add);
        } catch (BadLine e) {
            problems.add(new Problem(Problem.Kind.BAD_REDIRECT, line, "redirect: " + e.getMessage()));
        }
    }

    private static RedirectRule page(Pair pair) throws BadLine {
        RedirectRule.To to = new RedirectRule.To.Internal(withoutSuffix(address(pair.to())), "", 301);
        return new RedirectRule(withoutSuffix(address(pair.from())), to, false, pair.line());
    }

    private static String withoutSuffix(String path) {
        return NotePath.isPath(path) ? new NotePath(path).withoutSuffix() : path;
    }

    private Optional<RedirectRule> rule(String line, int number) throws BadLine {
        if (line.length() > MAX_LINE) {
            throw new BadLine("expected at most " + MAX_LINE + " characters, found " + line.length());
        }
        String[] words = withoutComment(line).split("[ \\t]+", -1);
        if (words.length == 1 && words[0].isEmpty()) {
            return Optional.empty();
        }
        if (words.length < 2 || words.length > 3) {
            throw new BadLine("expected /from /to and perhaps a status, found " + words.length + " words");
        }
        String status = words.length > 2 ? words[2] : "301";
        boolean isForced = status.endsWith("!");
        RedirectRule.To to = to(words[1], status(isForced ? status.substring(0, status.length() - 1) : status));
        if (!words[0].startsWith("/")) {
            throw new BadLine("expected a path of this site that begins with /, found \"" + words[0] + "\"");
        }
        return Optional.of(new RedirectRule(from(words[0]), to, isForced, number));
    }

    private static String withoutComment(String line) {
        String rule = line.startsWith("#") ? "" : line;
        int comment = Math.max(rule.indexOf(" #"), rule.indexOf("\t#"));
        return (comment < 0 ? rule : rule.substring(0, comment)).strip();
    }

    private static int status(String word) throws BadLine {
        return switch (word) {
            case "301", "302", "307", "308", "404", "410" -> Integer.parseInt(word);
            default -> throw new BadLine("expected 301, 302, 307, 308, 404 or 410, found \"" + word + "\"");
        };
    }

    private static String from(String word) throws BadLine {
        String from = address(decoded(word));
        int star = from.indexOf('*');
        if (star >= 0 && (star < from.length() - 1 || !("/" + from).endsWith("/*"))) {
            throw new BadLine("expected * only as the last part, found \"" + word + "\"");
        }
        return from;
    }

    private RedirectRule.To to(String word, int status) throws BadLine {
        if (status == 404 || status == 410) {
            return new RedirectRule.To.Closed(status);
        }
        if (word.startsWith("/")) {
            int end = firstOf(word, '?', '#');
            String address = address(decoded(word.substring(0, end)));
            return new RedirectRule.To.Internal(address, checked(word.substring(end)), status);
        }
        return new RedirectRule.To.External(listed(word), status);
    }

    /** A whole URL whose host, as it stands there, is one of those that redirects may lead to. */
    private String listed(String word) throws BadLine {
        int start = word.startsWith("https://") ? 8 : word.startsWith("http://") ? 7 : -1;
        if (start < 0) {
            throw new BadLine("expected a path of this site or an http address, found \"" + word + "\"");
        }
        int end = word.indexOf('/', start);
        String host = (end < 0 ? word.substring(start) : word.substring(start, end)).toLowerCase(Locale.ROOT);
        if (!rules.redirectHosts().contains(host)) {
            throw new BadLine("expected a host listed in urls.redirectHosts, found \"" + host + "\"");
        }
        return checked(end < 0 ? word + "/" : word);
    }

    private static int firstOf(String word, char one, char other) {
        int first = word.length();
        for (int i = word.length() - 1; i >= 0; i--) {
            first = word.charAt(i) == one || word.charAt(i) == other ? i : first;
        }
        return first;
    }

    /** What goes into a header as it stands. */
    private static String checked(String encoded) throws BadLine {
        boolean isPlain = encoded.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\' && c != '"' && c != '<');
        if (!isPlain) {
            throw new BadLine("expected percent-encoded ASCII, found \"" + encoded + "\"");
        }
        return encoded;
    }

    private static String decoded(String word) throws BadLine {
        return PercentCode.decode(word)
                .orElseThrow(() -> new BadLine("expected complete percent escapes of UTF-8, found \"" + word + "\""));
    }

    /** Without {@code /} at both ends; only what may be the address of a file or a folder. */
    private static String address(String path) throws BadLine {
        String start = path.startsWith("/") ? path.substring(1) : path;
        String address = Spellings.withoutSlash(start);
        boolean isAddress = (address.isEmpty() || NotePath.isPath(address))
                && address.indexOf('\\') < 0
                && address.chars().noneMatch(Character::isISOControl);
        if (!isAddress) {
            throw new BadLine("expected a path of parts joined by /, found \"" + path + "\"");
        }
        return address;
    }
}
