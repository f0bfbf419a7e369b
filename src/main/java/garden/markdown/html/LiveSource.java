package garden.markdown.html;

import garden.markdown.model.LinkTargets;
import garden.markdown.text.HiddenText;
import garden.markdown.text.Stretch;
import garden.note.Block;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes the text of a note as it is, without what is hidden: its links lead where they do on a rendered page, and its headings and
 * blocks have their ids. Writes until {@code room} UTF-16 units of HTML are full. Owned by one thread.
 */
public final class LiveSource {

    private static final int PIECE = 4_096;

    private final String text;
    private final List<HiddenText.Part> hidden;
    private final HtmlOut out = new HtmlOut(Integer.MAX_VALUE);
    private final LinkMarkup links;
    private final int room;
    private final List<Heading> headings = new ArrayList<>();
    private int position;
    private int nextHidden;

    /** @param text of the whole file */
    public LiveSource(String text, int bodyStart, int room, LinkTargets targets) {
        this.text = text;
        this.hidden = HiddenText.of(text, bodyStart).parts();
        this.links = new LinkMarkup(out, targets);
        this.room = room;
    }

    /** Something that begins in the text: an anchor, or a link that ends after it. */
    private record Mark(int start, Optional<Heading> heading, String id, Optional<Link> link) {

        static Mark of(Heading heading) {
            return new Mark(heading.span().start(), Optional.of(heading), heading.anchor(), Optional.empty());
        }

        static Mark of(Block block) {
            return new Mark(block.span().start(), Optional.empty(), block.anchor(), Optional.empty());
        }

        static Mark of(Link link) {
            return new Mark(link.span().start(), Optional.empty(), "", Optional.of(link));
        }
    }

    /** A stretch of the text of {@code note}; returns its HTML. Called once. */
    public String write(Note note, Stretch stretch) {
        int end = Math.min(stretch.end(), text.length());
        position = stretch.start();
        out.raw("<pre class=\"source\">");
        for (Mark mark : marks(note)) {
            if (mark.start() >= end || isFull()) {
                break;
            }
            if (mark.start() >= position) {
                textTo(mark.start());
                mark(mark);
            }
        }
        textTo(end);
        out.raw("</pre>");
        if (position < end) {
            out.line().raw("<p class=\"notice\">The rest is too long to be shown here.</p>");
        }
        return out.toString();
    }

    /** Those written so far. */
    public List<Heading> headings() {
        return headings;
    }

    private static List<Mark> marks(Note note) {
        List<Mark> marks = new ArrayList<>();
        note.headings().forEach(heading -> marks.add(Mark.of(heading)));
        note.blocks().forEach(block -> marks.add(Mark.of(block)));
        note.links().forEach(link -> marks.add(Mark.of(link)));
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }

    private void mark(Mark mark) {
        if (isFull()) {
            return;
        }
        mark.heading().ifPresent(headings::add);
        if (!mark.id().isEmpty()) {
            out.raw("<span").attribute("id", mark.id()).raw("></span>");
        }
        mark.link().ifPresent(link -> {
            Runnable label = () -> textTo(link.span().end());
            switch (link) {
                case Link.Local local -> links.link(local, Optional.empty(), label);
                case Link.ExternalLink external -> links.external(external.url(), Optional.empty(), label);
            }
        });
    }

    private boolean isFull() {
        return out.length() >= room;
    }

    private void textTo(int end) {
        while (position < end && !isFull()) {
            passHidden();
            int next = nextHidden < hidden.size() ? hidden.get(nextHidden).start() : end;
            int pieceEnd = Math.min(Math.min(next, end), position + PIECE);
            if (pieceEnd > position) {
                out.text(text.substring(position, pieceEnd));
                position = pieceEnd;
            }
        }
    }

    /** Of what is hidden the line ends stay, so that lines keep their numbers. */
    private void passHidden() {
        while (nextHidden < hidden.size() && hidden.get(nextHidden).start() <= position) {
            HiddenText.Part part = hidden.get(nextHidden++);
            for (; position < part.end(); position++) {
                char c = text.charAt(position);
                if (c == '\n' || c == '\r') {
                    out.raw(String.valueOf(c));
                }
            }
        }
    }
}
