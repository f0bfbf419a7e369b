package garden.markdown.text;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A look at a diagram in Mermaid's language before a browser draws it: whether drawing would load something from elsewhere. What is local must
 * be spelled plainly; anything else counts as elsewhere, since there are too many ways to hide an address.
 */
public final class Diagram {

    /** Mermaid's own way to write a character: {@code #40;}, {@code #quot;}. */
    private static final Pattern ENTITY = Pattern.compile("#(x?[0-9A-Za-z]{1,10});");

    /** CSS that loads, but for a part of the same drawing; a backslash may hide it. */
    private static final Pattern CSS = Pattern.compile(
            "(?i)url\\s*+\\((?!\\s*+[\"']?#)[^)\\n]{0,200}+|image-set\\s*+\\(|@import|@font-face"
                    + "|^[ \\t]*+(?:classDef|style|linkStyle)\\b[^\\n]*?\\\\",
            Pattern.MULTILINE);

    /** A picture for a node, in braces of YAML. */
    private static final Pattern IMAGE =
            Pattern.compile("(?i)\\b(?:img|sprite)[\"']?\\s*+:\\s*+([\"']?)([^\"'\\n,}]{0,300}+)");

    private static final Pattern SHAPE = Pattern.compile("@\\{[^}]*?\\\\");

    /** Elements that load. */
    private static final Pattern ELEMENT = Pattern.compile(
            "(?i)<\\s*+/?(?:img|image|source|video|audio|track|iframe|frame|object|embed|link|style|script|svg|use|input|picture|base"
                + "|meta|body|table|td|th)\\b[^>]{0,400}+");

    private static final Pattern LOCAL = Pattern.compile("(?!/?/)[\\w./%-]*+|/(?!/)[\\w./%-]*+");

    private static final Pattern LOCAL_ELEMENT = Pattern.compile(
            "(?i)</?img(?:\\s++(?:alt|width|height)=(?:\"[^\"&]*+\"|'[^'&]*+'|\\w++)|\\s++src=(?:\"(?!//)[\\w./%-]*+\"|'(?!//)[\\w./%-]*+'|(?!//)[\\w.%-][\\w./%-]*+))*+\\s*+/?+");

    private Diagram() {}

    /** What the diagram would load; empty when it loads nothing from elsewhere. */
    public static Optional<String> foreign(String source) {
        return found(source).or(() -> found(decoded(source)));
    }

    private static Optional<String> found(String text) {
        return first(CSS, text)
                .or(() -> first(SHAPE, text))
                .or(() -> IMAGE.matcher(text)
                        .results()
                        .filter(image -> !LOCAL.matcher(image.group(2).strip()).matches())
                        .map(image -> image.group().strip())
                        .findFirst())
                .or(() -> ELEMENT.matcher(text)
                        .results()
                        .map(element -> element.group().strip())
                        .filter(element -> !LOCAL_ELEMENT.matcher(element).matches())
                        .findFirst());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
    }

    private static String decoded(String text) {
        String entities = ENTITY.matcher(text).replaceAll(entity -> {
            String name = entity.group(1);
            boolean isNumber = Character.isDigit(name.charAt(0)) || name.matches("x[0-9A-Fa-f]+");
            return Matcher.quoteReplacement("&" + (isNumber ? "#" : "") + name + ";");
        });
        return Escaping.unescapeHtml(entities);
    }
}
