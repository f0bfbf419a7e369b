package garden.page.asset;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The few files of KaTeX, Mermaid and highlight.js that pages use, by the plain name they are served under. Each script and style
 * begins with the licence it comes under; notes/internals/third-party.md tells more.
 */
final class Libraries {

    private static final Pattern FONT = Pattern.compile("KaTeX_[A-Za-z0-9]+-[A-Za-z]+\\.woff2");

    /** The older forms of each font; no browser that runs the rest asks for them. */
    private static final Pattern OLD_FONT = Pattern.compile(",url\\([^)]+\\.(?:woff|ttf)\\) ?format\\([^)]+\\)");

    /** Languages beyond the forty or so that highlight.js itself calls common. */
    private static final String LANGUAGES =
            "apache awk clojure cmake dart dockerfile elixir elm erlang fsharp groovy handlebars haskell http julia"
                    + " latex lisp matlab nginx nix ocaml powershell prolog properties protobuf scala scheme vim";

    private final WebJar katex = WebJar.of("org.webjars.npm", "katex");
    private final WebJar mermaid = WebJar.of("org.webjars.npm", "mermaid");
    private final WebJar highlight = WebJar.of("org.webjars", "highlightjs");

    /** The fonts of KaTeX. */
    Map<String, byte[]> fonts() {
        Map<String, byte[]> fonts = new LinkedHashMap<>();
        FONT.matcher(katexStyle())
                .results()
                .map(MatchResult::group)
                .forEach(font -> fonts.put(font, katex.bytes("dist/fonts/" + font)));
        return fonts;
    }

    /** The style of KaTeX; {@code served} gives the name of a font beside it. */
    byte[] katexStyle(UnaryOperator<String> served) {
        String style = FONT.matcher(katexStyle()).replaceAll(font -> served.apply(font.group()));
        return licensed(katex.text("LICENSE"), style);
    }

    private String katexStyle() {
        String style = katex.text("dist/katex.min.css").replace("url(fonts/", "url(");
        return OLD_FONT.matcher(style).replaceAll("");
    }

    /** The scripts. */
    Map<String, byte[]> scripts() {
        StringBuilder highlighter = new StringBuilder(highlight.text("highlight.min.js"));
        for (String language : List.of(LANGUAGES.split(" ", -1))) {
            highlighter.append('\n').append(highlight.text("languages/" + language + ".min.js"));
        }
        String bsd = new String(WebJar.resource("/garden/licenses/highlight.txt"), StandardCharsets.UTF_8);
        return Map.of(
                "katex.js", licensed(katex.text("LICENSE"), katex.text("dist/katex.min.js")),
                "mermaid.js", licensed(mermaid.text("LICENSE"), mermaid.text("dist/mermaid.min.js")),
                "highlight.js", licensed(bsd, highlighter.toString()));
    }

    private static byte[] licensed(String license, String content) {
        return ("/*!\n" + license.strip() + "\n*/\n" + content).getBytes(StandardCharsets.UTF_8);
    }
}
