package garden.page;

import garden.note.Heading;
import garden.note.Slug;
import garden.note.Span;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.NoteProperties;
import garden.page.view.PropertyLine;
import garden.page.view.RequestFailure;
import garden.page.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One full view of each kind, from an orchard that does not exist. */
final class Samples {

    static final Site SITE = new Site("An Orchard", "Notes on fruit", "en", "https://example.org", "/garden");
    static final Instant MARCH = Instant.parse("2024-03-12T14:02:00Z");
    static final Instant JANUARY = Instant.parse("2023-01-03T09:30:00Z");

    /** Of a list that fits on one page. */
    static final View.Paging ONLY = new View.Paging(1, 1, Optional.empty(), Optional.empty());

    private Samples() {}

    static List<View> all(Pages pages) {
        return List.of(
                note(pages),
                home(pages),
                folder(pages),
                tag(pages),
                tags(pages),
                search(pages),
                recent(pages),
                problems(pages),
                all(pages, 2),
                status(pages),
                notFound(pages),
                welcome(pages),
                error(pages));
    }

    static Layout layout(Pages pages, String title, String description, String... breadcrumb) {

        List<Anchor> steps = List.of(breadcrumb).stream().map(Samples::anchor).toList();
        return new Layout(
                SITE,
                title,
                description,
                Optional.of(SITE.url(new Address.Content(new Slug("trees/Quince")))),
                steps,
                true,
                Optional.of("/trees/Quince"),
                true,
                pages.links(SITE));
    }

    static Anchor anchor(String text) {
        return new Anchor(SITE.href(new Address.Content(Slug.of(text))), text);
    }

    static View.NoteView note(Pages pages) {
        return new View.NoteView(
                layout(pages, "Quince", "A small tree with downy fruit.", "An Orchard", "trees"),
                new View.NoteContent(
                        "Quince",
                        Optional.of(JANUARY),
                        Optional.of(MARCH),
                        List.of(anchor("fruit/pome"), anchor("kitchen")),
                        new Html(BODY),
                        new TreeSet<>(),
                        properties()),
                List.of(
                        heading(2, "Where it grows", "where-it-grows"),
                        heading(3, "Soil and water", "soil-and-water"),
                        heading(3, "Against a south wall, out of the wind", "against-a-south-wall"),
                        heading(2, "Picking", "picking"),
                        heading(2, "Kinds", "kinds")),
                List.of(new View.ProblemLine(
                        anchor("Quince"),
                        7,
                        "broken link [[Medlar graft]]: no note has this name",
                        "did you mean [[Medlar]]?")),
                Optional.empty(),
                links(),
                "/garden/trees/Quince.md",
                "/garden/-/history/trees/Quince");
    }

    static NoteProperties properties() {
        PropertyLine.Word plain = new PropertyLine.Word("by ", "", Optional.empty(), Optional.empty());
        PropertyLine.Word link = new PropertyLine.Word(
                "Pomona", "internal", Optional.of("/garden/people/Pomona"), Optional.of("Pomona of the Orchard"));
        PropertyLine.Word broken = new PropertyLine.Word(
                "Vertumnus", "internal broken", Optional.empty(), Optional.of("nothing is named \"Vertumnus\""));
        PropertyLine.Words words = new PropertyLine.Words(List.of(plain, link));
        return new NoteProperties(
                Optional.of("en-GB"),
                List.of("wide"),
                List.of("Cydonia", "Quitte"),
                List.of(
                        new PropertyLine("planted by", words),
                        new PropertyLine(
                                "kin", new PropertyLine.Chips(List.of(words, new PropertyLine.Words(List.of(broken))))),
                        new PropertyLine("edible", new PropertyLine.Checkbox(true)),
                        new PropertyLine("picked", new PropertyLine.Time("2023-10-14", "14 Oct 2023"))));
    }

    static View.NoteView home(Pages pages) {
        return new View.NoteView(
                layout(pages, "An Orchard", "Notes on fruit"),
                new View.NoteContent(
                        "An Orchard",
                        Optional.of(JANUARY),
                        Optional.of(MARCH),
                        List.of(),
                        new Html("<p>Notes from a walled orchard: what grows where, when to graft it, and what to cook."
                                + " Begin with <a class=\"internal\" href=\"/garden/trees/Quince\">quince</a>, or"
                                + " with the <a class=\"internal\" href=\"/garden/tools/\">tools</a>.</p>"),
                        new TreeSet<>(),
                        NoteProperties.NONE),
                List.of(),
                List.of(),
                Optional.of(listing()),
                View.Backlinks.NONE,
                "/garden/index.md",
                "/garden/-/history/index");
    }

    static View.FolderView folder(Pages pages) {
        return new View.FolderView(layout(pages, "trees", "", "An Orchard"), Optional.empty(), listing(), links());
    }

    static View.TagView tag(Pages pages) {
        return new View.TagView(
                layout(pages, "#fruit", "", "An Orchard", "Tags"),
                "fruit",
                Optional.empty(),
                List.of(new View.TagLine(anchor("fruit/pome"), 12, 1), new View.TagLine(anchor("fruit/stone"), 7, 1)),
                listing(),
                View.Backlinks.NONE);
    }

    static View.TagsView tags(Pages pages) {
        List<View.TagLine> lines = IntStream.range(0, 24)
                .mapToObj(i -> new View.TagLine(
                        anchor(List.of("fruit", "fruit/pome", "fruit/stone", "kitchen")
                                .get(i % 4)),
                        3 * i + 1,
                        i % 4 == 1 || i % 4 == 2 ? 1 : 0))
                .toList();
        return new View.TagsView(layout(pages, "Tags", "", "An Orchard"), Optional.empty(), lines, ONLY, links());
    }

    static View.SearchView search(Pages pages) {
        View.HitLine hit = new View.HitLine(
                anchor("Quince"),
                List.of(new View.Piece("Quince", true), new View.Piece(" paste", false)),
                "kitchen/Quince paste.md",
                Optional.of(MARCH),
                List.of(
                        new View.SnippetLine(
                                "/garden/kitchen/Quince-paste#method",
                                "Method",
                                List.of(
                                        new View.Piece("Wash the down off each ", false),
                                        new View.Piece("quince", true),
                                        new View.Piece(
                                                ", quarter it, core and all, and let it simmer until a spoon goes"
                                                        + " through without effort; the colour turns with the ",
                                                false),
                                        new View.Piece("sugar", true),
                                        new View.Piece(".", false))),
                        new View.SnippetLine(
                                "/garden/kitchen/Quince-paste",
                                "",
                                List.of(new View.Piece("Keeps a year in a ", false), new View.Piece("tin", true)))));
        return new View.SearchView(
                layout(pages, "Search", ""),
                "quince sugar",
                41,
                false,
                Optional.empty(),
                List.of(hit, hit, hit),
                List.of(),
                new View.Paging(2, 5, Optional.of("/garden/-/search?q=a"), Optional.of("/garden/-/search?q=a&page=3")));
    }

    static View.RecentView recent(Pages pages) {
        return new View.RecentView(
                layout(pages, "Recent changes", "", "An Orchard"),
                List.of(new View.Day(MARCH, lines()), new View.Day(JANUARY, lines())),
                ONLY);
    }

    static View.ProblemsView problems(Pages pages) {
        View.ProblemLine broken = new View.ProblemLine(
                anchor("trees/Quince.md"),
                7,
                "broken link [[Medlar graft]]: no note has this name",
                "did you mean [[Medlar]]?");
        View.ProblemLine ambiguous = new View.ProblemLine(
                anchor("tools/Knife.md"), 19, "link [[Handle]] is ambiguous: tools/Handle.md, shed/Handle.md", "");
        return new View.ProblemsView(
                layout(pages, "Problems", "", "An Orchard"),
                3,
                List.of(
                        new View.ProblemGroup(
                                "Broken links", "Links to a name that no note carries.", List.of(broken, broken)),
                        new View.ProblemGroup("Ambiguous links", "Several notes carry the name.", List.of(ambiguous))),
                ONLY);
    }

    static View.StatusView status(Pages pages) {
        return new View.StatusView(
                layout(pages, "Status", "", "An Orchard"),
                List.of(
                        new View.Fact("Commit", "3f2a91c0b7de4455667788990011223344556677"),
                        new View.Fact("Notes", "412"),
                        new View.Fact("Links", "2,911"),
                        new View.Fact("Published", "12 Mar 2024, 14:02 UTC")),
                Optional.of(new View.Failure(MARCH, "cannot fetch origin/main: connection refused")),
                "/garden/-");
    }

    static View.NotFoundView notFound(Pages pages) {
        return new View.NotFoundView(
                layout(pages, "Not found", ""),
                "trees/Medlar graft",
                List.of(anchor("trees/Medlar"), anchor("trees/Grafting")),
                new View.Backlinks(backlinks(), 0, ""));
    }

    static View.WelcomeView welcome(Pages pages) {
        return new View.WelcomeView(layout(pages, "Welcome", ""), "https://example.org/garden.git", "main");
    }

    static View.ErrorView error(Pages pages) {
        return new View.ErrorView(
                layout(pages, "Failure", ""),
                new RequestFailure(500, "The page could not be made.", Optional.of("7f3a-22")));
    }

    static View.BacklinksView all(Pages pages, int total) {
        return new View.BacklinksView(
                layout(pages, "Linked to Quince", "", "An Orchard"), anchor("Quince"), total, backlinks(), ONLY);
    }

    private static View.Backlinks links() {
        return new View.Backlinks(backlinks(), 12, "/garden/-/backlinks/trees/Quince");
    }

    static List<View.BacklinkGroup> backlinks() {
        View.Mention first = new View.Mention(
                "A rootstock of hawthorn carries pear and ",
                "quince",
                " alike, though it asks for a stake in its first three winters.",
                "/garden/trees/Grafting#rootstocks",
                "Rootstocks");
        View.Mention second = new View.Mention("Cut on the slant; ", "quince", " heals slowly.", "/garden/a", "");
        return List.of(
                new View.BacklinkGroup(anchor("Grafting"), List.of(first, second)),
                new View.BacklinkGroup(anchor("Autumn kitchen"), List.of(second)));
    }

    private static View.Listing listing() {
        return new View.Listing(
                List.of(
                        new View.FolderLine(anchor("old kinds"), 12),
                        new View.FolderLine(anchor("rootstocks"), 7),
                        new View.FolderLine(anchor("wall fruit"), 31)),
                lines(),
                4,
                ONLY);
    }

    private static List<View.NoteLine> lines() {
        return List.of(
                line(
                        "Quince",
                        "A small tree with downy fruit that is hard and sour until it has been cooked for an hour."),
                line(
                        "Medlar",
                        "Picked after the first frost and left in straw until it is soft and brown, which takes three"
                                + " weeks in a cool loft and rather less in a warm kitchen, where it must be looked at"
                                + " daily."),
                line("Bramley", ""),
                line("Mulberry, black", "Slow, long-lived, best near a path one walks barefoot."));
    }

    private static View.NoteLine line(String title, String summary) {
        return new View.NoteLine(
                anchor("trees/" + title),
                summary,
                Optional.of(MARCH),
                List.of(anchor("fruit/pome"), anchor("kitchen")));
    }

    private static Heading heading(int level, String text, String anchor) {
        return new Heading(level, text, "", anchor, new Span(0, 1, 1));
    }

    private static final String BODY = """
        <p>The quince is a small tree with one large habit: it fruits late, and all at once. In this orchard it stands \
        beside the <a class="internal" href="/garden/trees/Medlar">medlar</a>, with which it shares a \
        <a class="internal broken" href="/garden/Medlar-graft" title="no note has this name">Medlar graft</a> and an \
        <a class="internal ambiguous" href="/garden/Handle">old handle</a>.<sup class="footnote" id="fnref:1"><a \
        href="#fn:1">1</a></sup> The <a class="external" href="https://example.com/">county list</a> names nine kinds \
        under <a class="tag" href="/garden/tags/fruit/pome">#fruit/pome</a>.</p>
        <h2 id="where-it-grows">Where it grows</h2>
        <p>It wants sun, a soil that stays moist, and <mark>shelter from the east</mark>. Planted as a maiden, it is set \
        out with <code>60 cm</code> of stake above ground.</p>
        <blockquote><p>A tree that is moved twice has been pruned three times.</p></blockquote>
        <h3 id="soil-and-water">Soil and water</h3>
        <ul>
        <li class="task"><input type="checkbox" disabled checked /> mulch before May</li>
        <li class="task"><input type="checkbox" disabled /> water in August</li>
        </ul>
        <ul><li>clay is better than sand<ul><li>and chalk is worse than both</li></ul></li><li>a pond nearby helps</li></ul>
        <h3 id="against-a-south-wall">Against a south wall, out of the wind</h3>
        <pre><code>for tree in orchard.trees(kind="quince"):
            print(tree.row, tree.planted.year, "a long line that has to scroll rather than push the page wider than it is")
        </code></pre>
        <h2 id="picking">Picking</h2>
        <div class="table"><table><thead><tr><th>Kind</th><th align="right">Weight (g)</th><th>Ripe</th><th>Remarks</th></tr></thead>
        <tbody><tr><td>Vranja</td><td align="right">410</td><td>early October</td><td>pear-shaped, scented</td></tr>
        <tr><td>Portugal</td><td align="right">285</td><td>mid October</td><td>turns red when cooked</td></tr></tbody></table></div>
        <p dir="auto">السفرجل شجرة مثمرة صغيرة.</p>
        <details><summary>Why so late?</summary><p>It flowers after the frosts.</p></details>
        <p>Press <kbd>/</kbd> to search. <span class="embed">From <a class="internal" href="/garden/trees/Medlar">Medlar</a></span></p>
        <h2 id="kinds">Kinds</h2>
        <ol><li>Vranja</li><li>Portugal</li><li>Leskovac</li></ol>
        <section class="footnotes">
        <ol><li id="fn:1"><p>Handles are kept in the shed. <a class="back" title="Back to the text" href="#fnref:1">↩</a></p></li></ol>
        </section>
        """;
}
