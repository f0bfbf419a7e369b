package garden.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0 in UTF-8, piece by piece. Text may hold anything: what XML cannot say becomes U+FFFD. Names are the program's
 * own. For one thread.
 */
final class Xml {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins a document. */
    Xml(OutputStream stream) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Opens an element; {@code attributes} are names and values in turn. */
    Xml open(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.write(">");
        open.push(name);
        return this;
    }

    /** Closes the innermost open element. */
    Xml close() throws IOException {
        out.write("</" + open.pop() + ">\n");
        return this;
    }

    /** An element with text in it. */
    Xml element(String name, String text, String... attributes) throws IOException {
        tag(name, attributes);
        out.write(">" + escaped(text) + "</" + name + ">\n");
        return this;
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.write("/>\n");
        return this;
    }

    /** Closes what is open and hands everything on; the stream stays open. */
    void end() throws IOException {
        while (!open.isEmpty()) {
            close();
        }
        out.flush();
    }

    private void tag(String name, String... attributes) throws IOException {
        out.write("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"" + escaped(attributes[i + 1]) + "\"");
        }
    }

    /** Text as it stands in XML or HTML, also inside double quotes. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        PlainText.clean(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
