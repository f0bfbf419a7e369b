package garden.markdown.reading;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.syntax.FencedText;
import garden.markdown.syntax.MathBlock;
import garden.markdown.syntax.MathNode;
import garden.markdown.syntax.PlainText;
import garden.markdown.text.CodeInfo;
import garden.markdown.text.Diagram;
import garden.markdown.text.Source;
import garden.markdown.text.Tex;
import garden.note.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formulas and diagrams that no browser is asked to draw, since they would crash its page or load from elsewhere. Shown as their source. */
public final class Undrawn {

    private static final int MAX_PROBLEMS = 100;
    private static final int MAX_QUOTED = 60;

    private Undrawn() {}

    /** Why a formula is not drawn. */
    public static Optional<String> formula(String tex) {
        return Tex.isTooDeep(tex)
                ? Optional.of("formula is not drawn: expected at most " + Tex.MAX_DEPTH
                        + " groups inside each other, found more")
                : Optional.empty();
    }

    /** Why a diagram is not drawn. */
    public static Optional<String> diagram(String source) {
        return Diagram.foreign(source)
                .map(found -> "diagram is not drawn: expected only what stands in the garden, found "
                        + found.substring(0, Math.min(found.length(), MAX_QUOTED)))
                .or(() -> formula(source).map(reason -> "diagram is not drawn: its " + reason));
    }

    /** What is not drawn in a tree, by line. */
    static List<Problem> problems(Node tree, Source source, int shift) {
        List<Problem> problems = new ArrayList<>();
        find(tree, source, shift, problems);
        return problems;
    }

    private static void find(Node parent, Source source, int shift, List<Problem> problems) {
        for (Node node : parent.getChildren()) {
            if (problems.size() < MAX_PROBLEMS) {
                reason(node)
                        .ifPresent(reason -> problems.add(
                                new Problem(Problem.Kind.UNDRAWN, source.line(node.getStartOffset() + shift), reason)));
                find(node, source, shift, problems);
            }
        }
    }

    private static Optional<String> reason(Node node) {
        return switch (node) {
            case MathNode math -> formula(math.tex());
            case MathBlock math when math.isMath() -> formula(math.tex());
            case FencedCodeBlock code
            when CodeInfo.of(PlainText.unescaped(code.getInfo())).isDiagram() ->
                diagram(PlainText.normalized(FencedText.of(code)));
            default -> Optional.empty();
        };
    }
}
