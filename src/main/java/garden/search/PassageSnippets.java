package garden.search;

import garden.note.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Makes snippets of the passages that Lucene's highlighter picks. */
final class PassageSnippets extends PassageFormatter {

    private static final int MAX_LENGTH = 400;
    private static final int MAX_BEFORE = 100;
    private static final String ELLIPSIS = "…";

    /** What the highlighter hands back. */
    record Found(List<Passage> passages, String text) {

        /** The snippets, each with the heading it stands under. */
        List<Snippet> under(List<Heading> headings) {
            HeadingPlaces places = HeadingPlaces.of(text, headings);
            List<Snippet> snippets = new ArrayList<>();
            for (Passage passage : passages) {
                Optional<Heading> heading = places.before(passage.getMatchStarts()[0]);
                snippets.add(new Snippet(fragments(passage, text), heading));
            }
            return snippets;
        }
    }

    @Override
    public Found format(Passage[] passages, String content) {
        List<Passage> found = new ArrayList<>();
        for (Passage passage : passages) {
            if (passage.getNumMatches() > 0) {
                found.add(passage);
            }
        }
        return new Found(found, content);
    }

    private static List<Fragment> fragments(Passage passage, String text) {
        int start = start(passage, text);
        int end = end(passage, text, start);
        FragmentsBuilder fragments = new FragmentsBuilder();
        if (start > 0) {
            fragments.add(ELLIPSIS, false);
        }
        int position = start;
        for (int i = 0; i < passage.getNumMatches(); i++) {
            int matchStart = Math.min(end, Math.max(position, passage.getMatchStarts()[i]));
            int matchEnd = Math.min(end, Math.max(matchStart, passage.getMatchEnds()[i]));
            fragments.add(text.substring(position, matchStart), false);
            fragments.add(text.substring(matchStart, matchEnd), true);
            position = matchEnd;
        }
        fragments.add(text.substring(position, end), false);
        if (end < text.length()) {
            fragments.add(ELLIPSIS, false);
        }
        return fragments.build();
    }

    /** A passage is short but where a single word is not. */
    private static int start(Passage passage, String text) {
        int start = passage.getStartOffset();
        if (passage.getLength() > MAX_LENGTH) {
            start = Math.max(start, passage.getMatchStarts()[0] - MAX_BEFORE);
        }
        return whole(text, start);
    }

    private static int end(Passage passage, String text, int start) {
        return whole(text, Math.min(passage.getEndOffset(), start + MAX_LENGTH));
    }

    /** Not between the halves of a surrogate pair. */
    private static int whole(String text, int index) {
        boolean isInside = index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return isInside ? index - 1 : index;
    }
}
