package garden.markdown.html;

import garden.markdown.model.Feature;
import garden.markdown.reading.Undrawn;
import garden.markdown.text.CodeInfo;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes blocks of code: title, numbers and marks are there without any script; colours are not. Owned by one thread. */
final class CodeWriter {

    private final HtmlOut out;

    CodeWriter(HtmlOut out) {
        this.out = out;
    }

    /** A block with {@code content}, and with {@code info} after its fence; returns what its page needs. */
    List<Feature> write(String content, String info) {
        CodeInfo code = CodeInfo.of(info);
        out.line();
        Optional<String> undrawn = code.isDiagram() ? Undrawn.diagram(content) : Optional.empty();
        undrawn.ifPresent(reason ->
                out.raw("<p class=\"notice\">").text(reason).raw("</p>").line());
        if (code.isDiagram() && undrawn.isEmpty()) {
            out.raw("<pre class=\"mermaid\"><code>")
                    .text(content)
                    .raw("</code></pre>")
                    .line();
            return List.of(Feature.DIAGRAM);
        }
        if (!code.title().isEmpty()) {
            out.raw("<figure class=\"code\"><figcaption>").text(code.title()).raw("</figcaption>");
        }
        pre(code, content);
        if (!code.title().isEmpty()) {
            out.raw("</figure>");
        }
        out.line();
        return code.language().isEmpty() ? List.of(Feature.CODE) : List.of(Feature.COLOR, Feature.CODE);
    }

    private void pre(CodeInfo code, String content) {
        out.raw("<pre><code");
        if (!code.language().isEmpty()) {
            out.attribute("class", "language-" + code.language());
        }
        out.raw(">");
        if (code.hasLines()) {
            lines(code, content);
        } else {
            words(code.words(), content);
        }
        out.raw("</code></pre>");
    }

    private void lines(CodeInfo code, String content) {
        BitSet marked = code.marked();
        int line = 0;
        for (int start = 0; start < content.length(); ) {
            int end = content.indexOf('\n', start) + 1;
            int next = end == 0 ? content.length() : end;
            line++;
            out.raw("<span").attribute("class", marked.get(line) ? "line marked" : "line");
            if (code.firstNumber().isPresent()) {
                out.attribute("data-line", String.valueOf(code.firstNumber().getAsInt() + line - 1));
            }
            out.raw(">");
            words(code.words(), content.substring(start, next));
            out.raw("</span>");
            start = next;
        }
    }

    private void words(List<String> words, String text) {
        int written = 0;
        if (!words.isEmpty()) {
            Matcher word = Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|")))
                    .matcher(text);
            while (word.find()) {
                out.text(text.substring(written, word.start()));
                out.raw("<mark>").text(word.group()).raw("</mark>");
                written = word.end();
            }
        }
        out.text(text.substring(written));
    }
}
