package garden.markdown.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of front matter in YAML with the lines that belong to it.
 *
 * @param text whole lines
 * @param line that of the file on which it begins, from 1
 */
record YamlChunk(String text, int line) {

    /** A value, or an item of a list, that begins with a wikilink. */
    private static final Pattern LINK_VALUE = Pattern.compile(
            "^([ \\t]*(?:-[ \\t]+)*(?:[^\\s:#\"'\\[\\]{},&*!|>%@`-][^:#\\r"
                    + "\\n"
                    + "]*:[ \\t]+)?)(!?\\[\\[[^\\[\\]\\r"
                    + "\\n"
                    + "]+]][^\\r"
                    + "\\n"
                    + "]*?)([ \\t]+#[^\\r"
                    + "\\n"
                    + "]*)?$",
            Pattern.MULTILINE);

    /** The keys in {@code text}, whose first line is {@code firstLine} of the file: a new one begins where a line is no further in than the first. */
    static List<YamlChunk> of(String text, int firstLine) {
        List<YamlChunk> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int indent = -1;
        int line = firstLine;
        int start = firstLine;
        for (String next : (Iterable<String>) text.lines()::iterator) {
            boolean hasContent = !next.isBlank() && next.strip().charAt(0) != '#';
            if (hasContent && indent >= 0 && begins(next, indent)) {
                chunks.add(new YamlChunk(chunk.toString(), start));
                chunk.setLength(0);
                start = line;
            }
            if (hasContent && indent < 0) {
                indent = indent(next);
            }
            chunk.append(next).append('\n');
            line++;
        }
        chunks.add(new YamlChunk(chunk.toString(), start));
        return chunks;
    }

    /** With quotes around values that begin with a wikilink, which YAML takes for lists; empty when there are none. */
    Optional<YamlChunk> quoted() {
        Matcher links = LINK_VALUE.matcher(text);
        String result = links.replaceAll(link -> Matcher.quoteReplacement(link.group(1)
                + '"'
                + link.group(2).strip().replace("\\", "\\\\").replace("\"", "\\\"")
                + '"'
                + (link.group(3) == null ? "" : link.group(3))));
        return result.equals(text) ? Optional.empty() : Optional.of(new YamlChunk(result, line));
    }

    /** Items of a list and closing brackets may stand as far out as their key, and so does the second half of a key with {@code ?}. */
    private static boolean begins(String line, int indent) {
        String content = line.strip();
        boolean goesOn = content.matches("(?:[-:](?:\\s.*)?|[]}].*)");
        return indent(line) <= indent && !goesOn;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }
}
