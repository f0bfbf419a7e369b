package garden.page.view;

import garden.diff.Difference;
import garden.markdown.model.Direction;
import garden.markdown.model.Feature;
import garden.note.Heading;
import garden.page.view.HistoryLines.Around;
import garden.page.view.HistoryLines.Passage;
import garden.page.view.HistoryLines.VersionLine;
import garden.page.view.Layout.Anchor;
import garden.search.Query;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A page, ready to be shown. Each kind has a template. Hrefs are complete; text is plain unless it is {@link Html}. */
public sealed interface View {

    /** What stands around the content. */
    Layout layout();

    /** What the page needs scripts for, beyond what every page has. */
    default SortedSet<Feature> features() {
        return Collections.emptySortedSet();
    }

    /** Whether something on the page is text for now only, since it could not be rendered in time. */
    default boolean isPending() {
        return false;
    }

    /** Whether diagrams are drawn on the page, which need styles of their own. */
    default boolean hasDiagrams() {
        return features().contains(Feature.DIAGRAM);
    }

    /**
     * A note. The home page is one when the garden has an {@code index.md}: then {@code listing} shows what is in it.
     * {@code historyHref} is empty in a garden that does not show its history.
     */
    record NoteView(
            Layout layout,
            NoteContent content,
            List<Heading> toc,
            List<ProblemLine> problems,
            Optional<Listing> listing,
            Backlinks backlinks,
            String sourceHref,
            String historyHref)
            implements View {

        @Override
        public SortedSet<Feature> features() {
            return content.features();
        }

        @Override
        public boolean isPending() {
            return content.isPending();
        }
    }

    /** A list above which a note may stand, which has what a note's own page has. */
    sealed interface Introduced extends View {

        /** What stands above the list; empty for a bare one. */
        Optional<Introduction> introduction();

        @Override
        default SortedSet<Feature> features() {
            return introduction().map(note -> note.content().features()).orElse(Collections.emptySortedSet());
        }

        @Override
        default boolean isPending() {
            return introduction()
                    .map(Introduction::content)
                    .filter(NoteContent::isPending)
                    .isPresent();
        }
    }

    /** A folder or the home page, without an index; {@code introduction} is another note whose text stands above the list. */
    record FolderView(Layout layout, Optional<Introduction> introduction, Listing listing, Backlinks backlinks)
            implements Introduced {}

    /** A tag, with what the note that introduces it says, if there is one. */
    record TagView(
            Layout layout,
            String tag,
            Optional<Introduction> introduction,
            List<TagLine> inside,
            Listing listing,
            Backlinks backlinks)
            implements Introduced {}

    /** All tags, nested ones under the tag around them, with what the note that introduces them says, if there is one. */
    record TagsView(
            Layout layout, Optional<Introduction> introduction, List<TagLine> tags, Paging paging, Backlinks backlinks)
            implements Introduced {}

    /**
     * Search results.
     *
     * @param total number of notes found; 0 also when nothing was asked
     * @param isApproximate whether no note has all words, so that near ones are shown
     * @param exclusion a query that leaves out what this one looks for, where a dash before a word may have meant that
     * @param suggestions names that are much like what was asked; only when nothing was found
     */
    record SearchView(
            Layout layout,
            String query,
            int total,
            boolean isApproximate,
            Optional<Anchor> exclusion,
            List<HitLine> hits,
            List<Anchor> suggestions,
            Paging paging)
            implements View {

        /** Whether the query says only what to leave out. */
        public boolean isExclusionsOnly() {
            return Query.parse(query).isExclusionsOnly();
        }
    }

    /** The latest changes, by day. */
    record RecentView(Layout layout, List<Day> days, Paging paging) implements View {}

    /** The latest changes, by what brought them. {@code newer} and {@code older} lead to the pages beside this one. */
    record UpdatesView(Layout layout, List<UpdateLines.Update> updates, Optional<String> newer, Optional<String> older)
            implements View {}

    /** What authors may want to mend. {@code total} counts all pages. */
    record ProblemsView(Layout layout, int total, List<ProblemGroup> groups, Paging paging) implements View {}

    /** All notes that link to the page {@code to}. {@code total} counts the notes of all pages. */
    record BacklinksView(Layout layout, Anchor to, int total, List<BacklinkGroup> backlinks, Paging paging)
            implements View {}

    /** What was pushed, from the newest. */
    record PushesView(Layout layout, List<PushLine> pushes, Paging paging) implements View {}

    /**
     * All that one push did.
     *
     * @param commit all digits
     * @param before all digits; empty when it was the first
     * @param problemCount of all new problems, of which {@code problems} may be the first
     * @param fixedCount as {@code problemCount}
     */
    record PushView(
            Layout layout,
            String commit,
            Optional<String> before,
            Instant published,
            long tookMillis,
            String summary,
            List<NoteGroup> notes,
            List<ProblemLine> problems,
            int problemCount,
            List<ProblemLine> fixed,
            int fixedCount)
            implements View {}

    /** How the server is doing. {@code signInHref} is for operators. */
    record StatusView(Layout layout, List<Fact> facts, Optional<Failure> failure, String signInHref) implements View {}

    /**
     * Nothing lives at an address.
     *
     * @param asked the address as the reader wrote it, decoded
     * @param nearest notes with a name much like it
     * @param wantedBy notes that link to the name
     */
    record NotFoundView(Layout layout, String asked, List<Anchor> nearest, Backlinks wantedBy) implements View {}

    /**
     * The address is that of a note that was deleted.
     *
     * @param title the note's last
     * @param wantedBy notes that still link to it
     */
    record GoneView(Layout layout, String title, Instant deleted, List<Anchor> nearest, Backlinks wantedBy)
            implements View {}

    /** The address is that of several pages but for its spelling. */
    record SeveralView(Layout layout, List<Anchor> candidates) implements View {}

    /** A repository without commits. {@code cloneUrl} is what git is given. */
    record WelcomeView(Layout layout, String cloneUrl, String branch) implements View {}

    /** A mirror that has not reached its upstream yet. {@code reason} is empty while the first attempt goes on. */
    record WaitingView(Layout layout, String upstream, Optional<String> reason) implements View {}

    /** A request that failed. */
    record ErrorView(Layout layout, RequestFailure failure) implements View {}

    /**
     * The versions of a note.
     *
     * @param note the note today
     * @param changes number of changes, over all pages
     * @param authors who wrote it and how often, the most diligent first; empty when authors are not told
     * @param formerNames from the latest
     * @param isUncommitted whether the note today is none of its versions, since its author has not committed it yet
     */
    record VersionsView(
            Layout layout,
            Anchor note,
            int changes,
            List<Fact> authors,
            List<String> formerNames,
            List<VersionLine> versions,
            String blameHref,
            Paging paging,
            boolean isUncommitted)
            implements View {}

    /** A note as it was. */
    record PastNoteView(Layout layout, VersionLine version, Around around, NoteContent content) implements View {

        @Override
        public SortedSet<Feature> features() {
            return content.features();
        }

        @Override
        public boolean isPending() {
            return content.isPending();
        }
    }

    /** How a note changed: from what to what, {@code from} empty for its beginning. */
    record DifferenceView(
            Layout layout,
            Around around,
            Optional<VersionLine> from,
            VersionLine to,
            int inserted,
            int deleted,
            List<Difference.Block> blocks)
            implements View {}

    /** Which version wrote which lines of a note's Markdown. */
    record BlameView(Layout layout, Around around, List<Passage> passages) implements View {}

    /** The latest commits and the notes they wrote. */
    record CommitsView(Layout layout, List<HistoryLines.CommitLine> commits, Paging paging) implements View {}

    /**
     * A note's own part of its page.
     *
     * @param body sanitised
     * @param tags as links to their pages, {@code #} not included
     * @param features what {@code body} needs scripts for
     * @param isUncommitted whether the author has not committed the note as it is shown
     */
    record NoteContent(
            String title,
            Optional<Instant> created,
            Optional<Instant> modified,
            List<Anchor> tags,
            Html body,
            SortedSet<Feature> features,
            NoteProperties properties,
            boolean isUncommitted,
            boolean isPending) {

        /** Which way the note runs: as its language does, else as its first letter; empty when nothing says it. */
        public Optional<Direction> direction() {
            return properties
                    .language()
                    .map(Direction::ofLanguage)
                    .or(() -> Direction.ofHtml(body.value()))
                    .or(() -> Direction.ofText(title));
        }

        /** Of a committed note. */
        public NoteContent(
                String title,
                Optional<Instant> created,
                Optional<Instant> modified,
                List<Anchor> tags,
                Html body,
                SortedSet<Feature> features,
                NoteProperties properties) {
            this(title, created, modified, tags, body, features, properties, false, false);
        }
    }

    /** A note that stands above a list. */
    record Introduction(NoteContent content, List<Heading> toc, List<ProblemLine> problems, String sourceHref) {

        /** The same under another title. */
        public Introduction titled(String title) {
            NoteContent named = new NoteContent(
                    title,
                    content.created(),
                    content.modified(),
                    content.tags(),
                    content.body(),
                    content.features(),
                    content.properties(),
                    content.isUncommitted(),
                    content.isPending());
            return new Introduction(named, toc, problems, sourceHref);
        }
    }

    /**
     * A page of a list of notes, and of the list of folders beside them. {@code total} counts the notes of all pages; there are as many pages as
     * the longer list needs.
     */
    record Listing(List<FolderLine> folders, List<NoteLine> notes, int total, Paging paging) {}

    /** A folder in a list; {@code notes} counts those directly inside. */
    record FolderLine(Anchor link, int notes) {}

    /** A note in a list. */
    record NoteLine(Anchor link, String summary, Optional<Instant> modified, List<Anchor> tags) {}

    /**
     * The notes that link to a page.
     *
     * @param more how many more there are than shown
     * @param href where all are; empty when there is no such page
     */
    record Backlinks(List<BacklinkGroup> groups, int more, String href) {

        /** None. */
        public static final Backlinks NONE = new Backlinks(List.of(), 0, "");
    }

    /** A note that links here, and where in it. */
    record BacklinkGroup(Anchor from, List<Mention> mentions) {}

    /**
     * The sentence that links.
     *
     * @param href the place in the linking note: its nearest heading
     * @param heading text of that heading; empty before the first; for a link in front matter the property it is in
     */
    record Mention(String before, String words, String after, String href, String heading) {}

    /** A tag and how many notes have it or one inside it. {@code depth} 0 for the outermost. */
    record TagLine(Anchor link, int notes, int depth) {}

    /** A note that was found. */
    record HitLine(
            Anchor link, List<Piece> title, String path, Optional<Instant> modified, List<SnippetLine> snippets) {}

    /** A few words around a match, and the heading they stand under; {@code href} leads there. */
    record SnippetLine(String href, String heading, List<Piece> pieces) {}

    /** A piece of text that matches the query or does not. */
    record Piece(String text, boolean isMatch) {}

    /** Notes to which a push did the same. {@code count} is of all, {@code notes} may be the first. */
    record NoteGroup(String title, int count, List<NamedNote> notes) {}

    /** A note by its path; {@code href} is empty when it is gone, {@code formerly} when it has its name still. */
    record NamedNote(String path, Optional<String> href, String formerly) {}

    /** Notes that changed on one day (UTC). */
    record Day(Instant date, List<NoteLine> notes) {}

    /** Problems of one kind. {@code explanation} says in a sentence what the kind means and what to do. */
    record ProblemGroup(String title, String explanation, List<ProblemLine> problems) {}

    /** A problem: where, as a link to the note, and what. {@code hint} proposes a mend; empty when there is none. */
    record ProblemLine(Anchor note, int line, String message, String hint) {}

    /** A line of the status page. */
    record Fact(String name, String value) {}

    /** Why the last update failed, and when. */
    record Failure(Instant at, String message) {}

    /** Which page of a list this is, from 1, and where its neighbours are. */
    record Paging(int page, int pages, Optional<String> previous, Optional<String> next) {}
}
