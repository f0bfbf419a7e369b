package garden.note;

import java.util.Locale;

/**
 * A part of a note that has a name of its own, written {@code ^id} at its end: a paragraph, a list item, a heading, or what stands
 * before a line that is {@code ^id} alone.
 *
 * @param id ASCII letters, digits, {@code -} and {@code _}; as written, without {@code ^}
 * @param span the whole part as it is written, marks at the start of its first line included, white space at its end not
 */
public record Block(String id, Span span) {

    /** What begins the fragment of a link to a block. */
    public static final String MARK = "^";

    /** The id of the part on the page, and the fragment of a link to it: {@code ^id}. */
    public String anchor() {
        return MARK + id;
    }

    /** Whether {@code name}, with or without {@code ^}, means this block; case does not matter. */
    public boolean isNamed(String name) {
        return key().equals(key(name.startsWith(MARK) ? name.substring(MARK.length()) : name));
    }

    /** What two spellings of one id share. */
    public String key() {
        return key(id);
    }

    /** What a name without {@code ^} shares with the id of the block that it means. */
    public static String key(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }
}
