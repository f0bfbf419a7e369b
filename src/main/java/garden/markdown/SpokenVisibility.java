package garden.markdown;

import garden.note.FrontMatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What front matter that is not YAML or not TOML says, line by line, of who may see the note: a draft with a mistake in its title is a
 * draft all the same.
 */
record SpokenVisibility(boolean isDraft, boolean isUnpublished, boolean isUnlisted) {

    static SpokenVisibility of(String text) {
        SpokenVisibility spoken = new SpokenVisibility(false, false, false);
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int separator = separator(line);
            if (separator > 0) {
                String key = unquoted(line.substring(0, separator)).toLowerCase(Locale.ROOT);
                spoken = spoken.with(key, unquoted(line.substring(separator + 1)));
            }
        }
        return spoken;
    }

    /** {@code frontMatter}, and hidden where this says so. */
    FrontMatter narrow(FrontMatter frontMatter) {
        return new FrontMatter(
                frontMatter.title(),
                frontMatter.aliases(),
                frontMatter.tags(),
                frontMatter.description(),
                frontMatter.isDraft() || isDraft,
                isUnpublished ? Optional.of(false) : frontMatter.publish(),
                frontMatter.isUnlisted() || isUnlisted,
                frontMatter.created(),
                frontMatter.modified(),
                frontMatter.hasToc(),
                frontMatter.permalink(),
                frontMatter.language(),
                frontMatter.cssClasses(),
                frontMatter.cover(),
                frontMatter.order(),
                frontMatter.properties());
    }

    private SpokenVisibility with(String key, String value) {
        Optional<Boolean> flag = new FrontValue.Scalar(value, true, 1).flag();
        return switch (key) {
            case "draft" -> new SpokenVisibility(flag.orElse(isDraft), isUnpublished, isUnlisted);
            case "publish" ->
                new SpokenVisibility(isDraft, flag.map(yes -> !yes).orElse(isUnpublished), isUnlisted);
            case "unlisted" -> new SpokenVisibility(isDraft, isUnpublished, flag.orElse(isUnlisted));
            case "status" ->
                value.equalsIgnoreCase("hidden") ? new SpokenVisibility(isDraft, isUnpublished, true) : this;
            default -> this;
        };
    }

    private static int separator(String line) {
        int colon = line.indexOf(':');
        int equals = line.indexOf('=');
        return colon < 0 || equals < 0 ? Math.max(colon, equals) : Math.min(colon, equals);
    }

    /** Without quotes and comment. */
    private static String unquoted(String text) {
        int comment = text.indexOf('#');
        String bare = (comment < 0 ? text : text.substring(0, comment)).strip();
        boolean isQuoted = bare.length() > 1
                && (bare.startsWith("\"") || bare.startsWith("'"))
                && bare.charAt(0) == bare.charAt(bare.length() - 1);
        return isQuoted ? bare.substring(1, bare.length() - 1).strip() : bare;
    }
}
