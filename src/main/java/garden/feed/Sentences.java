package garden.feed;

import garden.note.Excerpt;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences of a note that link somewhere. */
final class Sentences {

    private Sentences() {}

    static String text(List<Excerpt> sentences) {
        return sentences.stream().map(Excerpt::text).collect(Collectors.joining(" … "));
    }

    /** A paragraph each, the words of the link set apart. */
    static String html(List<Excerpt> sentences) {
        return sentences.stream()
                .map(sentence -> "<p>" + escaped(sentence.before()) + "<b>" + escaped(sentence.words()) + "</b>"
                        + escaped(sentence.after()) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
