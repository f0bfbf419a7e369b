package garden.snapshot;

import garden.note.NameKey;
import garden.note.Problem;
import garden.note.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one redirect file says. Immutable.
 *
 * @param exact rules for one address, by it; the first line wins
 * @param patterns rules with placeholders, in the order of lines
 * @param problems of lines that could not be used, by line
 */
public record RedirectFile(SortedMap<NameKey, Redirect> exact, List<Redirect> patterns, List<Problem> problems) {

    /** A page that is not found asks each of them. */
    static final int MAX_PATTERNS = 500;

    public RedirectFile {
        exact = new TreeMap<>(exact);
        patterns = List.copyOf(patterns);
        problems = List.copyOf(problems);
    }

    /** Rules in the order of lines. */
    static RedirectFile of(List<Redirect> rules, List<Problem> problems) {
        SortedMap<NameKey, Redirect> exact = new TreeMap<>();
        List<Redirect> patterns = new ArrayList<>();
        List<Problem> all = new ArrayList<>(problems);
        for (Redirect rule : rules) {
            if (!rule.isPattern()) {
                exact.putIfAbsent(key(rule.from()), rule);
            } else if (patterns.size() < MAX_PATTERNS) {
                patterns.add(rule);
            } else {
                String message = "redirect: expected at most " + MAX_PATTERNS + " rules with placeholders, found more";
                all.add(new Problem(Problem.Kind.BAD_REDIRECT, rule.line(), message));
            }
        }
        return new RedirectFile(exact, patterns, all);
    }

    private static NameKey key(String address) {
        return new NameKey(Slug.of(address).value());
    }

    /** The first rule for this address, as it is spelled, with or without {@code /} at its end. */
    Optional<Redirect.To> find(String spelling) {
        String address = Spellings.withoutSlash(spelling);
        Optional<Redirect> whole = Optional.ofNullable(exact.get(key(address)));
        for (Redirect pattern : patterns) {
            if (whole.isPresent() && whole.get().line() < pattern.line()) {
                break;
            }
            Optional<Redirect.To> to = pattern.match(address);
            if (to.isPresent()) {
                return to;
            }
        }
        return whole.map(Redirect::to);
    }

    /** Those rules that hold even where a file lives, and no problems. */
    RedirectFile forced() {
        SortedMap<NameKey, Redirect> forced = new TreeMap<>(exact);
        forced.values().removeIf(rule -> !rule.isForced());
        return new RedirectFile(
                forced, patterns.stream().filter(Redirect::isForced).toList(), List.of());
    }
}
