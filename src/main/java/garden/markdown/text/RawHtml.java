package garden.markdown.text;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Raw HTML of a note cut into tags and text. Reader and writer both work on these pieces, so they see the same links.
 *
 * <p>Comments, declarations and elements that show nothing (scripts, styles, …) are left out; a {@code <} that begins no
 * whole tag is text. Linear in the length.
 */
public final class RawHtml {

    /** Their content is not HTML; a missing end tag would swallow the rest of the page. */
    private static final Set<String> OPAQUE = Set.of(
            "script",
            "style",
            "textarea",
            "title",
            "xmp",
            "iframe",
            "noembed",
            "noframes",
            "noscript",
            "plaintext",
            "template",
            "object",
            "embed",
            "select",
            "svg",
            "math");

    private static final int MAX_HIDDEN_NAME = 10;

    /** A stretch of raw HTML; offsets are into the text it was cut from. */
    public sealed interface Piece {}

    /** Text between tags, entities undone. */
    public record Text(String text) implements Piece {}

    /** A tag, its name in lower case. */
    public record Tag(String name, boolean isClosing, List<Attribute> attributes, int start, int end) implements Piece {

        public Tag {
            attributes = List.copyOf(attributes);
        }

        /** The tag with these attributes, by name, in the place of those so named; without those that are empty. */
        public Tag with(SortedMap<String, Optional<String>> others) {
            Stream<Attribute> kept = attributes.stream().filter(each -> !others.containsKey(each.name()));
            Stream<Attribute> added = others.entrySet().stream()
                    .flatMap(other -> other.getValue().stream().map(value -> new Attribute(other.getKey(), value)));
            return new Tag(name, isClosing, Stream.concat(kept, added).toList(), start, end);
        }

        /** The value of an attribute, entities undone. */
        public Optional<String> value(String attribute) {
            return attributes.stream()
                    .filter(a -> a.name().equals(attribute))
                    .map(Attribute::value)
                    .findFirst();
        }

        /** The attribute that holds the address of what the tag links to or shows; empty when the tag does neither. */
        public Optional<String> addressAttribute() {
            String attribute = switch (name) {
                case "a" -> "href";
                case "img", "video", "audio", "source" -> "src";
                default -> "";
            };
            return isClosing || value(attribute).isEmpty() ? Optional.empty() : Optional.of(attribute);
        }

        /** Where the tag leads. */
        public Optional<LinkAddress> address() {
            return addressAttribute().flatMap(this::value).map(LinkAddress::of);
        }
    }

    /** An attribute, its name in lower case, its value with entities undone. */
    public record Attribute(String name, String value) {}

    private final String html;
    private final List<Piece> pieces = new ArrayList<>();
    private int position;

    private RawHtml(String html) {
        this.html = html;
    }

    /** Tags and the text between them, in order. */
    public static List<Piece> pieces(String html) {
        RawHtml raw = new RawHtml(html);
        raw.cut();
        return List.copyOf(raw.pieces);
    }

    /** The name of the element that {@code html} opens, when its content is not for reading. */
    public static Optional<String> hiddenName(String html) {
        RawHtml raw = new RawHtml(html);
        return html.startsWith("<")
                ? raw.tag().filter(tag -> !tag.isClosing()).map(Tag::name).filter(OPAQUE::contains)
                : Optional.empty();
    }

    /** The name of the element whose content is not for reading and whose tag begins at {@code index}, whether the tag is whole or not. */
    static Optional<String> hiddenNameAt(String html, int index) {
        int end = index + 1;
        while (end < html.length() && end - index <= MAX_HIDDEN_NAME && isName(html.charAt(end))) {
            end++;
        }
        return Optional.of(html.substring(index + 1, end).toLowerCase(Locale.ROOT))
                .filter(OPAQUE::contains);
    }

    private void cut() {
        int textStart = 0;
        while (position < html.length()) {
            int start = html.indexOf('<', position);
            if (start < 0) {
                break;
            }
            position = start;
            Optional<Tag> tag = Optional.empty();
            if (!skipDeclaration()) {
                tag = tag();
                if (tag.isEmpty()) {
                    position = start + 1;
                    continue;
                }
            }
            text(textStart, start);
            tag.ifPresent(this::add);
            textStart = position;
        }
        text(textStart, html.length());
    }

    private void text(int start, int end) {
        if (start < end) {
            pieces.add(new Text(Escaping.unescapeHtml(html.substring(start, end))));
        }
    }

    private void add(Tag tag) {
        if (!OPAQUE.contains(tag.name())) {
            pieces.add(tag);
        } else if (!tag.isClosing()) {
            int close = indexOfIgnoringCase(html, "</" + tag.name(), position);
            int end = close < 0 ? -1 : html.indexOf('>', close);
            position = end < 0 ? html.length() : end + 1;
        }
    }

    /** Index of the first {@code wanted} from {@code from} on, whatever its case; it begins with {@code <} or {@code -}. -1 when there is none. */
    static int indexOfIgnoringCase(String html, String wanted, int from) {
        char first = wanted.charAt(0);
        for (int i = html.indexOf(first, from); i >= 0; i = html.indexOf(first, i + 1)) {
            if (html.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Skips comments, {@code <!…>} and {@code <?…>}; an unfinished one reaches to the end. */
    private boolean skipDeclaration() {
        if (!html.startsWith("<!", position) && !html.startsWith("<?", position)) {
            return false;
        }
        String end = html.startsWith("<!--", position)
                ? "-->"
                : html.startsWith("<![CDATA[", position) ? "]]>" : html.startsWith("<?", position) ? "?>" : ">";
        int found = html.indexOf(end, position + 2);
        position = found < 0 ? html.length() : found + end.length();
        return true;
    }

    private Optional<Tag> tag() {
        int start = position;
        boolean isClosing = html.startsWith("/", start + 1);
        position += isClosing ? 2 : 1;
        String name = name();
        if (name.isEmpty() || !isLetter(name.charAt(0))) {
            return Optional.empty();
        }
        List<Attribute> attributes = new ArrayList<>();
        while (position < html.length()) {
            char c = html.charAt(position);
            if (c == '>') {
                position++;
                return Optional.of(new Tag(name, isClosing, attributes, start, position));
            } else if (Character.isWhitespace(c) || c == '/') {
                position++;
            } else if (c == '<' || !attribute(attributes)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean attribute(List<Attribute> attributes) {
        String name = name();
        if (name.isEmpty()) {
            return false;
        }
        skipSpace();
        String value = "";
        if (html.startsWith("=", position)) {
            position++;
            skipSpace();
            value = value();
        }
        attributes.add(new Attribute(name, Escaping.unescapeHtml(value)));
        return true;
    }

    private String name() {
        int start = position;
        while (position < html.length() && isName(html.charAt(position))) {
            position++;
        }
        return html.substring(start, position).toLowerCase(Locale.ROOT);
    }

    /** A quoted value that is never closed reaches to the end, so that its tag is none. */
    private String value() {
        char quote = position < html.length() ? html.charAt(position) : ' ';
        int start = position;
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, start + 1);
            position = end < 0 ? html.length() : end + 1;
            return end < 0 ? "" : html.substring(start + 1, end);
        }
        while (position < html.length() && !isValueEnd(html.charAt(position))) {
            position++;
        }
        return html.substring(start, position);
    }

    private void skipSpace() {
        while (position < html.length() && Character.isWhitespace(html.charAt(position))) {
            position++;
        }
    }

    private static boolean isValueEnd(char c) {
        return Character.isWhitespace(c) || c == '>';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == ':'
                || c == '.'
                || c == '@';
    }
}
