package garden.markdown;

import garden.markdown.html.Emptiness;
import garden.markdown.html.Gaps;
import garden.markdown.html.HtmlOut;
import garden.markdown.html.LinkTag;
import garden.markdown.html.MediaMarkup;
import garden.markdown.model.Direction;
import garden.markdown.model.Feature;
import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTarget.Passage;
import garden.markdown.model.MarkdownLimits;
import garden.note.Link;
import garden.note.NotePath;
import garden.note.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts notes into the gaps that a note's HTML leaves for them, and notes into theirs. Used once, by one thread.
 *
 * <p>Everything put together here is sanitised already, and each part is balanced, so that the whole is. Each part is rendered once,
 * without regard to where it is shown; only its ids get a prefix here, so that no two on a page are equal. What is over a limit becomes
 * a link that says why.
 */
final class Transclusion {

    /** A page that shows more than this is no page any more. */
    static final int MAX_SHOWN = 1_000;

    /** So much text is read for one page, whether it is cached or not: a small part of a long note costs the whole note. */
    static final int MAX_READ_CHARS = 8 << 20;

    /** How the sanitizer prints an id, and a link to one; in text and values it escapes the quotation mark. */
    private static final String ID = " id=\"";

    private static final String LINK_TO_ID = " href=\"#";

    private static final String SHOWN_END = "</div>\n";

    private final Function<Passage, Optional<RenderedNote>> parts;
    private final Map<Passage, Optional<RenderedNote>> known = new HashMap<>();
    private final Deque<Key> open = new ArrayDeque<>();
    private final StringBuilder html = new StringBuilder();
    private final SortedSet<Feature> features = new TreeSet<>();
    private Optional<Problem> textOnly = Optional.empty();
    private final boolean isMixed;
    private int room;
    private int shown;
    private long read;

    /** What a passage is, whatever its title and address. */
    private record Key(NotePath note, String part) {

        static Key of(Passage passage) {
            return new Key(passage.note(), passage.part());
        }
    }

    private Transclusion(RenderedNote page, MarkdownLimits limits, Function<Passage, Optional<RenderedNote>> parts) {
        this.parts = parts;
        this.isMixed = Direction.isMixed(page.html());
        this.room = limits.maxOutputChars();
    }

    /** The whole of {@code page}, the body of the note {@code self}, with all gaps filled. */
    static RenderedNote filled(
            NotePath self, RenderedNote page, MarkdownLimits limits, Function<Passage, Optional<RenderedNote>> parts) {
        Transclusion transclusion = new Transclusion(page, limits, parts);
        transclusion.open.push(new Key(self, ""));
        transclusion.room -= page.html().length();
        transclusion.fill(page.html(), page);
        return new RenderedNote(
                transclusion.html.toString(),
                page.headings(),
                List.of(),
                transclusion.features,
                page.textOnly().or(() -> transclusion.textOnly),
                page.textLength());
    }

    /** {@code text} is that of {@code part}, prefixed. */
    private void fill(String text, RenderedNote part) {
        features.addAll(part.features());
        List<Passage> passages = part.passages();
        int copied = 0;
        for (int i = 0; i < passages.size(); i++) {
            String gap = Gaps.html(i);
            int found = text.indexOf(gap, copied);
            if (found >= 0) {
                html.append(text, copied, found);
                show(passages.get(i));
                copied = found + gap.length();
            }
        }
        html.append(text, copied, text.length());
    }

    private void show(Passage passage) {
        if (open.contains(Key.of(passage))) {
            notice(passage, " embeds itself here.");
        } else if (open.size() > Link.MAX_EMBED_DEPTH) {
            notice(passage, " is not shown: embeds reach " + Link.MAX_EMBED_DEPTH + " deep.");
        } else if (shown >= MAX_SHOWN || read > MAX_READ_CHARS) {
            notice(passage, " is not shown: this page shows as much as it may.");
        } else {
            part(passage).ifPresentOrElse(part -> show(passage, part), () -> notice(passage, " has no such part."));
        }
    }

    private Optional<RenderedNote> part(Passage passage) {
        return known.computeIfAbsent(passage, this::firstSeen);
    }

    private Optional<RenderedNote> firstSeen(Passage passage) {
        Optional<RenderedNote> part = parts.apply(passage);
        read += part.map(RenderedNote::textLength).orElse(0);
        part.filter(RenderedNote::isPending)
                .flatMap(RenderedNote::textOnly)
                .ifPresent(why -> textOnly = Optional.of(why));
        return part;
    }

    private void show(Passage passage, RenderedNote part) {
        String begin =
                "<div class=\"embed\"" + direction(part) + ">\n<p class=\"embed-source\">" + link(passage) + "</p>\n";
        String text =
                part.html().length() > room ? part.html() : lazily(prefixed(part.html(), "e" + (shown + 1) + ":"));
        String end = Emptiness.isEmpty(part.html()) ? nothing(passage) + SHOWN_END : SHOWN_END;
        if (takes(begin.length() + text.length() + end.length())) {
            shown++;
            html.append(begin);
            open.push(Key.of(passage));
            fill(text, part);
            open.pop();
            html.append(end);
        } else {
            notice(passage, " is not shown: this page is as long as it may be.");
        }
    }

    private static String nothing(Passage passage) {
        return "<p class=\"embed-notice\">This " + (passage.part().isEmpty() ? "note" : "section") + " is empty.</p>\n";
    }

    /** Said wherever anything on the page runs from right to left, since the note may run otherwise than the page. */
    private String direction(RenderedNote part) {
        return isMixed || Direction.isMixed(part.html())
                ? Direction.ofHtml(part.html())
                        .map(direction -> " dir=\"" + direction.attribute() + "\"")
                        .orElse("")
                : "";
    }

    /** The first picture of a part is the first of the page only if none stands before. */
    private String lazily(String part) {
        return html.indexOf("<img ") < 0
                ? part
                : part.replace(" loading=\"" + MediaMarkup.EAGER + "\"", " loading=\"lazy\"");
    }

    private static String prefixed(String part, String prefix) {
        return part.replace(ID, ID + prefix).replace(LINK_TO_ID, LINK_TO_ID + prefix);
    }

    /** Nothing at all when there is no room even for this. */
    private void notice(Passage passage, String reason) {
        String notice = "<p class=\"embed-notice\">" + link(passage) + reason + "</p>\n";
        if (takes(notice.length())) {
            html.append(notice);
        }
    }

    private boolean takes(int length) {
        boolean fits = length <= room;
        room -= fits ? length : 0;
        return fits;
    }

    private static String link(Passage passage) {
        HtmlOut link = new HtmlOut(Integer.MAX_VALUE);
        LinkTag tag = LinkTag.of(new LinkTarget.Live(passage.href(), ""));
        tag.open(link);
        link.text(passage.title());
        tag.close(link);
        return link.toString();
    }
}
