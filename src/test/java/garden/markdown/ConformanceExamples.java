package garden.markdown;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * How Garden renders the examples of a specification: how many as they are shown there, and why not the others.
 *
 * @param name of the specification
 * @param total number of examples, numbered from 1
 * @param deviations numbers of those rendered otherwise, each with the reason that is given for it
 */
public record ConformanceExamples(String name, int total, Map<Integer, String> deviations) {

    private static final String NO_REASON = "not explained";

    /** What differs from CommonMark and stays so. */
    private static final Map<Integer, String> COMMON_MARK_REASONS = Map.of(
            312, "a bullet four spaces in, below items that creep to the right, begins an item and not a line of text",
            313, "a number four spaces in, below items that creep to the right, begins an item and not code");

    /** What differs from GitHub and stays so. */
    private static final Map<Integer, String> GITHUB_REASONS = Map.of(
            6, "a line without any bar ends the table: it is words below it, or a block id",
            14, "a table needs an empty line before it",
            29, "any character in the brackets is a state, as in Obsidian",
            31, "a single tilde is a tilde, as in Obsidian",
            58, "stars in an address are read as emphasis before the address is seen");

    public ConformanceExamples {
        deviations = new TreeMap<>(deviations);
    }

    /** The examples of CommonMark 0.31, before sanitising and without Garden's additions. */
    public static ConformanceExamples commonMark() {
        List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
        return of("CommonMark 0.31", examples, Markdown::commonMark, COMMON_MARK_REASONS);
    }

    /** Examples of our own for GitHub's tables, task lists, strikethrough and autolinks, as a page shows them. */
    public static ConformanceExamples gitHub() {
        URL resource = Objects.requireNonNull(ConformanceExamples.class.getResource("github.md"));
        return of("GitHub's extensions", ExampleReader.readExamples(resource), Fixture::html, GITHUB_REASONS);
    }

    /** Number of examples rendered as the specification shows. */
    public int agreed() {
        return total - deviations.size();
    }

    private static ConformanceExamples of(
            String name, List<Example> examples, UnaryOperator<String> rendered, Map<Integer, String> reasons) {
        Map<Integer, String> deviations = new TreeMap<>();
        IntStream.rangeClosed(1, examples.size())
                .filter(number -> !agrees(examples.get(number - 1), rendered))
                .forEach(number -> deviations.put(number, reasons.getOrDefault(number, NO_REASON)));
        return new ConformanceExamples(name, examples.size(), deviations);
    }

    private static boolean agrees(Example example, UnaryOperator<String> rendered) {
        String expected = example.getHtml().replace('→', '\t');
        String html = rendered.apply(example.getSource().replace('→', '\t'));
        return html.equals(expected) || normal(html).equals(normal(expected));
    }

    /** Without what a page adds for its look, and without space that no reader sees. */
    private static String normal(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        document.select("div.table, .over").unwrap();
        document.getAllElements().forEach(element -> {
            List.of("class", "id", "rel", "title", "data-task", "aria-label").forEach(element::removeAttr);
            if (element.nameIs("input")) {
                boolean isChecked = element.hasAttr("checked");
                element.clearAttributes();
                element.attr("type", isChecked ? "ticked" : "open");
            }
        });
        return document.body()
                .html()
                .replace("%28", "(")
                .replace("%29", ")")
                .replaceAll("\\s*(</?(?!code|a|em|strong|del|input)[a-z0-9]+[^>]*>)\\s*", "$1");
    }
}
