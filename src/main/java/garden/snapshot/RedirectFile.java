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
public record RedirectFile(
        SortedMap<NameKey, RedirectRule> exact, List<RedirectRule> patterns, List<Problem> problems) {

    /** Bounded since an address at which nothing is gets compared with each of them. */
    static final int MAX_PATTERNS = 500;

    public RedirectFile {
        exact = new TreeMap<>(exact);
        patterns = List.copyOf(patterns);
        problems = List.copyOf(problems);
    }

    /** Rules in the order of lines. */
    static RedirectFile of(List<RedirectRule> rules, List<Problem> problems) {
        SortedMap<NameKey, RedirectRule> exact = new TreeMap<>();
        List<RedirectRule> patterns = new ArrayList<>();
        List<Problem> all = new ArrayList<>(problems);
        for (RedirectRule rule : rules) {
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
    Optional<RedirectRule.To> find(String spelling) {
        String address = Spellings.withoutSlash(spelling);
        Optional<RedirectRule> whole = Optional.ofNullable(exact.get(key(address)));
        for (RedirectRule pattern : patterns) {
            if (whole.isPresent() && whole.get().line() < pattern.line()) {
                break;
            }
            Optional<RedirectRule.To> to = pattern.match(address);
            if (to.isPresent()) {
                return to;
            }
        }
        return whole.map(RedirectRule::to);
    }

    /** Those rules that hold even where a file lives, and no problems. */
    RedirectFile forced() {
        SortedMap<NameKey, RedirectRule> forced = new TreeMap<>(exact);
        forced.values().removeIf(rule -> !rule.isForced());
        return new RedirectFile(
                forced, patterns.stream().filter(RedirectRule::isForced).toList(), List.of());
    }
}
