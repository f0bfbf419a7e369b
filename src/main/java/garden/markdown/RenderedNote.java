package garden.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;
import garden.markdown.html.HtmlOut;
import garden.markdown.model.Feature;
import garden.markdown.model.LinkTarget;
import garden.markdown.text.Tex;
import garden.note.Heading;
import garden.note.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a note, or of a part of one, as sanitised HTML.
 *
 * @param html balanced, without scripts, styles or forms; made of block elements
 * @param headings those that stand in {@code html}, in order: all of the note's, but not a first one that repeats its title
 * @param passages what {@code html} leaves gaps for, in order; {@link Markdown#filled} shows them
 * @param features what its page needs scripts for, in the order of the enum
 * @param textOnly why the note is shown as text although it was parsed; empty when it is not
 * @param textLength UTF-16 units that were read for it
 */
public record RenderedNote(
        String html,
        List<Heading> headings,
        List<LinkTarget.Passage> passages,
        SortedSet<Feature> features,
        Optional<Problem> textOnly,
        int textLength) {

    public RenderedNote {
        headings = List.copyOf(headings);
        passages = List.copyOf(passages);
        features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
    }

    private static final Pattern FORMULA =
            Pattern.compile("<(span|div) class=\"math (?:inline|display)\">([^<]*)</\\1>");

    /**
     * The HTML for where no script can draw formulas, such as a feed: those that read as they are stand there as text, for the others stands
     * an ellipsis.
     */
    public String htmlWithoutTex() {
        return FORMULA.matcher(html).replaceAll(formula -> {
            String tex = Tex.plain(Escaping.unescapeHtml(formula.group(2)));
            String shown = new HtmlOut(Integer.MAX_VALUE).text(tex).toString();
            return Matcher.quoteReplacement(formula.group(1).equals("div") ? "<p>" + shown + "</p>" : shown);
        });
    }

    /** Whether this, or something shown in it, is text for now only: nobody may keep it. */
    public boolean isPending() {
        return textOnly.filter(problem -> problem.kind() == Problem.Kind.PENDING)
                .isPresent();
    }
}
