package garden.snapshot;

import garden.note.NameKey;
import garden.note.NotePath;
import garden.text.PercentCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the placeholders of a rule stand for in one address: values by name, {@code splat} for {@code *}. */
record RedirectPlaceholders(Map<String, String> values) {

    private static final String SPLAT = "splat";

    /** The values that make {@code pattern} the address; empty when none do. Linear. */
    static Optional<RedirectPlaceholders> match(String pattern, String spelling) {
        String[] wanted = pattern.split("/", -1);
        String[] found = spelling.split("/", -1);
        Map<String, String> values = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("*") && i == wanted.length - 1) {
                values.put(SPLAT, spelling.substring(Math.min(start, spelling.length())));
                return Optional.of(new RedirectPlaceholders(values));
            }
            if (i >= found.length || !isMatch(wanted[i], found[i], values)) {
                return Optional.empty();
            }
            start += found[i].length() + 1;
        }
        return wanted.length == found.length ? Optional.of(new RedirectPlaceholders(values)) : Optional.empty();
    }

    private static boolean isMatch(String wanted, String found, Map<String, String> values) {
        if (wanted.length() > 1 && wanted.startsWith(":")) {
            values.put(wanted.substring(1), found);
            return !found.isEmpty();
        }
        return new NameKey(wanted).equals(new NameKey(found));
    }

    /** An address of this garden; empty when what was filled in makes something else of it. */
    Optional<String> fillPath(String path) {
        StringBuilder filled = new StringBuilder();
        for (String part : path.split("/", -1)) {
            filled.append(filled.isEmpty() ? "" : "/").append(part(part));
        }
        String whole = filled.toString();
        String bare = Spellings.withoutSlash(whole);
        boolean isAddress = bare.isEmpty() || NotePath.isPath(bare);
        return isAddress ? Optional.of(whole) : Optional.empty();
    }

    /** A URL on the same host: what is filled in is percent-encoded but for {@code /}. */
    String fillUrl(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        StringBuilder filled = new StringBuilder(url.substring(0, path));
        for (String part : url.substring(path + 1).split("/", -1)) {
            filled.append('/').append(isName(part) ? PercentCode.encodePath(part(part)) : part);
        }
        return filled.toString();
    }

    private boolean isName(String part) {
        return part.startsWith(":") && values.containsKey(part.substring(1));
    }

    /** What a placeholder stands for; any other part is itself. */
    private String part(String part) {
        return isName(part) ? values.getOrDefault(part.substring(1), "") : part;
    }
}
