package garden.markdown.html;

import garden.markdown.syntax.Callout;
import garden.markdown.text.LinkAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What HTML a page may contain, whoever wrote it: the last step for every note. Everything else is dropped and tags are balanced, so
 * that no note can run a script, post a form, restyle the page or break out of its place.
 */
public final class HtmlPolicy {

    /** No quantifier here can backtrack: each is over one class of characters. */
    private static final Pattern ID = Pattern.compile("[^\\s\"'<>&]{1,200}");

    private static final Pattern CLASSES = Pattern.compile("[\\w\\- :/+#.]{0,200}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,5}%?");
    private static final Pattern ALIGN = Pattern.compile("(?i)left|right|center|justify|top|middle|bottom");
    private static final Pattern TASK = Pattern.compile(".{1,2}");
    private static final Pattern IMAGE_ROLE = Pattern.compile("img");

    /** A path of this host; what frames lead elsewhere, a script makes when a reader asks for it. */
    private static final Pattern OWN_ADDRESS = Pattern.compile("/(?!/)[^\\\\]{0,4000}");

    private static final Pattern PLAYER = Pattern.compile(
            "https://(www\\.youtube-nocookie\\.com/embed|player\\.vimeo\\.com/video)/[\\w\\-?&=#]{1,400}");

    private static final Pattern PRELOAD = Pattern.compile("none|metadata");

    /** The sanitizer parts braces that follow each other against templates in browsers, which Garden has none of; no other comment can be left. */
    private static final String PARTED_BRACE = "{<!-- -->";

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "code",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "a",
                    "img",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "u",
                    "s",
                    "del",
                    "ins",
                    "mark",
                    "small",
                    "sub",
                    "sup",
                    "kbd",
                    "samp",
                    "var",
                    "abbr",
                    "cite",
                    "q",
                    "dfn",
                    "time",
                    "bdi",
                    "bdo",
                    "wbr",
                    "ruby",
                    "rt",
                    "rp",
                    "tt",
                    "big",
                    "strike",
                    "center",
                    "details",
                    "summary",
                    "figure",
                    "figcaption",
                    "section",
                    "article",
                    "aside",
                    "header",
                    "footer",
                    "table",
                    "caption",
                    "colgroup",
                    "col",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "video",
                    "audio",
                    "source",
                    "iframe")
            .allowElements((name, attributes) -> checkbox(name, attributes), "input")
            .allowTextIn("table")
            .allowWithoutAttributes("span", "a")
            .allowAttributes("class")
            .matching(CLASSES)
            .globally()
            .allowAttributes("id")
            .matching(ID)
            .globally()
            .allowAttributes("title", "lang", "dir")
            .globally()
            .allowAttributes("align", "valign")
            .matching(ALIGN)
            .globally()
            .allowAttributes("width", "height")
            .matching(LENGTH)
            .onElements("img", "video", "table", "td", "th", "col")
            .allowAttributes("src")
            .matching(OWN_ADDRESS)
            .onElements("iframe")
            .allowAttributes("loading", "height")
            .onElements("iframe")
            .allowAttributes(Gaps.ATTRIBUTE)
            .matching(NUMBER)
            .onElements("div")
            .allowAttributes(MediaMarkup.PLAYER)
            .matching(PLAYER)
            .onElements("a")
            .allowAttributes("href", "rel")
            .onElements("a")
            .allowAttributes("src", "alt", "loading", "referrerpolicy")
            .onElements("img")
            .allowAttributes("src", "type", "controls", "loop", "muted")
            .onElements("video", "audio", "source")
            .allowAttributes("preload")
            .matching(PRELOAD)
            .onElements("video", "audio")
            .allowAttributes("colspan", "rowspan", "span")
            .matching(NUMBER)
            .onElements("td", "th", "col", "colgroup")
            .allowAttributes("start", "value", "reversed")
            .onElements("ol", "li")
            .allowAttributes("data-callout")
            .matching((element, attribute, value) -> Callout.TYPES.contains(value) ? value : null)
            .onElements("div", "details")
            .allowAttributes("data-line")
            .matching(NUMBER)
            .onElements("span")
            .allowAttributes("data-task")
            .matching(TASK)
            .onElements("li")
            .allowAttributes("role")
            .matching(IMAGE_ROLE)
            .onElements("span")
            .allowAttributes("aria-label")
            .onElements("span", "input")
            .allowAttributes("open")
            .onElements("details")
            .allowAttributes("datetime")
            .onElements("time", "del", "ins")
            .allowAttributes("type", "checked", "disabled")
            .onElements("input")
            .allowUrlProtocols(LinkAddress.SCHEMES.toArray(String[]::new))
            .toFactory();

    private HtmlPolicy() {}

    /** The part of {@code html} that may be shown. */
    public static String sanitized(String html) {
        return POLICY.sanitize(html).replace(PARTED_BRACE, "&#123;");
    }

    /** The box of a task: nothing that a reader could send. */
    private static String checkbox(String name, List<String> attributes) {
        boolean isChecked = attributes.contains("checked");
        int label = attributes.indexOf("aria-label");
        List<String> named = label < 0 ? List.of() : List.of("aria-label", attributes.get(label + 1));
        attributes.clear();
        attributes.addAll(List.of("type", "checkbox", "disabled", "disabled"));
        if (isChecked) {
            attributes.addAll(List.of("checked", "checked"));
        }
        attributes.addAll(named);
        return name;
    }
}
