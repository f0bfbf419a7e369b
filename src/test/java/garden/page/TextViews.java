package garden.page;

import garden.diff.Difference;
import garden.diff.Piece;
import garden.note.Heading;
import garden.note.Span;
import garden.page.address.Site;
import garden.page.layout.JsonLd;
import garden.page.view.Banner;
import garden.page.view.HistoryLines;
import garden.page.view.HistoryLines.VersionLine;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.Metadata;
import garden.page.view.NoteProperties;
import garden.page.view.PropertyLine;
import garden.page.view.RequestFailure;
import garden.page.view.UpdateLines;
import garden.page.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Views of every kind in which one text stands wherever a text may stand; with an empty text, as little as there can be. */
final class TextViews {

    private final Pages pages;
    private final String text;
    private final Anchor anchor;

    private TextViews(Pages pages, String text) {
        this.pages = pages;
        this.text = text;
        this.anchor = new Anchor("/garden/x", text);
    }

    static List<View> of(Pages pages, String text) {
        TextViews views = new TextViews(pages, text);
        return List.of(
                views.note(),
                new View.FolderView(views.layout(), Optional.of(views.introduction()), views.listing(), views.links()),
                views.tag(Optional.empty()),
                views.tag(Optional.of(views.introduction())),
                new View.TagsView(
                        views.layout(), views.maybe(views.introduction()), views.tags(), Samples.ONLY, views.links()),
                views.search(),
                new View.RecentView(
                        views.layout(), views.some(new View.Day(Instant.EPOCH, views.lines())), Samples.ONLY),
                views.versions(),
                views.past(),
                views.difference(),
                views.blame(),
                views.commits(),
                views.updates(),
                views.problems(),
                new View.BacklinksView(views.layout(), views.anchor, 1, views.backlinks(), Samples.ONLY),
                new View.StatusView(
                        views.layout(),
                        views.some(new View.Fact(text, text)),
                        views.maybe(new View.Failure(Instant.EPOCH, text)),
                        "/garden/-"),
                new View.SeveralView(views.layout(), views.some(views.anchor)),
                new View.NotFoundView(views.layout(), text, views.some(views.anchor), views.links()),
                new View.WelcomeView(views.layout(), text, text),
                new View.ErrorView(views.layout(), new RequestFailure(500, text, views.maybe(text))));
    }

    private Layout layout() {
        return new Layout(
                new Site(text, text, "en", "https://example.org", "/garden"),
                text,
                text,
                maybe("https://example.org/garden/x"),
                some(anchor),
                true,
                maybe(text),
                true,
                pages.links(Samples.SITE),
                head(),
                maybe(new Banner(text, Instant.EPOCH, text, maybe(Instant.EPOCH))));
    }

    private Metadata head() {
        Metadata.Image image = new Metadata.Image("https://example.org/" + text, Optional.empty());
        Metadata.Preview preview = new Metadata.Preview(
                "article", text, text, image, maybe(Instant.EPOCH), maybe(Samples.MARCH), some(text));
        Layout layout = new Layout(
                new Site(text, text, "en", "https://example.org", "/garden"),
                text,
                text,
                maybe(text),
                some(anchor),
                true,
                maybe(text),
                true,
                pages.links(Samples.SITE));
        return new Metadata(
                some(new Metadata.FeedLink("/garden/atom.xml", text, text)),
                maybe(preview),
                maybe(JsonLd.article(layout, preview)));
    }

    private View note() {
        Heading heading = new Heading(2, text, "", text, new Span(0, 1, 1));
        return new View.NoteView(
                layout(),
                content(),
                text.isEmpty() ? List.of() : List.of(heading, heading),
                some(new View.ProblemLine(anchor, 1, text, text)),
                maybe(listing()),
                links(),
                "/garden/x.md",
                "/garden/-/history/x");
    }

    private View.NoteContent content() {
        return new View.NoteContent(
                text,
                maybe(Instant.EPOCH),
                maybe(Samples.MARCH),
                some(anchor),
                new Html(""),
                new TreeSet<>(),
                properties());
    }

    private NoteProperties properties() {
        PropertyLine.Word word = new PropertyLine.Word(text, "", Optional.empty(), Optional.empty());
        PropertyLine.Word link = new PropertyLine.Word(text, "internal", Optional.of("/garden/x"), maybe(text));
        PropertyLine.Words words = new PropertyLine.Words(List.of(word, link));
        return new NoteProperties(
                Optional.empty(),
                List.of(),
                some(text),
                all(
                        new PropertyLine(text, words),
                        new PropertyLine(text, new PropertyLine.Chips(List.of(words))),
                        new PropertyLine(text, new PropertyLine.Checkbox(false)),
                        new PropertyLine(text, new PropertyLine.Time("2024-05-01", text))));
    }

    private View.Introduction introduction() {
        return new View.Introduction(
                content(), List.of(), some(new View.ProblemLine(anchor, 1, text, text)), "/garden/x.md");
    }

    private View tag(Optional<View.Introduction> introduction) {
        return new View.TagView(layout(), text, introduction, tags(), listing(), links());
    }

    private View search() {
        List<View.Piece> pieces = some(new View.Piece(text, true));
        View.SnippetLine snippet = new View.SnippetLine("/garden/x", text, List.of(new View.Piece(text, false)));
        return new View.SearchView(
                layout(),
                text,
                0,
                false,
                maybe(anchor),
                some(new View.HitLine(anchor, pieces, text, maybe(Instant.EPOCH), List.of(snippet))),
                some(anchor),
                Samples.ONLY);
    }

    private VersionLine version() {
        boolean isFull = !text.isEmpty();
        return new VersionLine(
                "/garden/x", "/garden/x", Instant.EPOCH, text, text, 1, 2, text, isFull, isFull, "0000000");
    }

    private HistoryLines.Around around() {
        return new HistoryLines.Around("/garden/x", "/garden/x");
    }

    private View versions() {
        return new View.VersionsView(
                layout(),
                anchor,
                1,
                some(new View.Fact(text, text)),
                some(text),
                some(version()),
                "/garden/x",
                Samples.ONLY,
                !text.isEmpty());
    }

    private View past() {
        return new View.PastNoteView(layout(), version(), around(), content());
    }

    private View difference() {
        List<Difference.Block> blocks = text.isEmpty()
                ? List.of()
                : List.of(
                        new Difference.Near(text),
                        new Difference.Folded(7),
                        new Difference.Changed(List.of(
                                new Piece(Piece.Kind.SAME, text),
                                new Piece(Piece.Kind.DELETED, text),
                                new Piece(Piece.Kind.INSERTED, text))));
        return new View.DifferenceView(layout(), around(), maybe(version()), version(), 0, 0, blocks);
    }

    private View blame() {
        return new View.BlameView(
                layout(),
                around(),
                List.of(
                        new HistoryLines.Passage(maybe(version()), text),
                        new HistoryLines.Passage(Optional.empty(), text)));
    }

    private View commits() {
        return new View.CommitsView(
                layout(),
                some(new HistoryLines.CommitLine(Instant.EPOCH, text, text, "0000000", List.of(anchor), 1)),
                Samples.ONLY);
    }

    private View updates() {
        UpdateLines.UpdatedNote note = new UpdateLines.UpdatedNote(anchor, text);
        return new View.UpdatesView(
                layout(),
                some(new UpdateLines.Update(
                        Instant.EPOCH,
                        maybe(new UpdateLines.LastCommit("0000000", text, text)),
                        some(new UpdateLines.UpdatedNotes(text, List.of(note), text)),
                        some(text))),
                Optional.empty(),
                Optional.empty());
    }

    private View problems() {
        View.ProblemLine line = new View.ProblemLine(anchor, 1, text, text);
        return new View.ProblemsView(layout(), 0, some(new View.ProblemGroup(text, text, List.of(line))), Samples.ONLY);
    }

    private View.Listing listing() {
        return new View.Listing(some(new View.FolderLine(anchor, 1)), lines(), 1, Samples.ONLY);
    }

    private List<View.NoteLine> lines() {
        return some(new View.NoteLine(anchor, text, maybe(Instant.EPOCH), some(anchor)));
    }

    private List<View.TagLine> tags() {
        return some(new View.TagLine(anchor, 1, 0));
    }

    private View.Backlinks links() {
        return new View.Backlinks(backlinks(), 1, "/garden/x");
    }

    private List<View.BacklinkGroup> backlinks() {
        View.Mention mention = new View.Mention(text, text, text, "/garden/x", text);
        return some(new View.BacklinkGroup(anchor, List.of(mention)));
    }

    private List<PropertyLine> all(PropertyLine... lines) {
        return text.isEmpty() ? List.of() : List.of(lines);
    }

    private <T> List<T> some(T one) {
        return maybe(one).stream().toList();
    }

    private <T> Optional<T> maybe(T one) {
        return text.isEmpty() ? Optional.empty() : Optional.of(one);
    }
}
