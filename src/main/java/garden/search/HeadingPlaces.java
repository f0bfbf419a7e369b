package garden.search;

import garden.note.Heading;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where in a note's plain text its headings are: each is a line of its own, in their order. */
final class HeadingPlaces {

    private final NavigableMap<Integer, Heading> places = new TreeMap<>();

    private HeadingPlaces() {}

    /** One pass over the text; a heading that is not there is skipped. */
    static HeadingPlaces of(String text, List<Heading> headings) {
        HeadingPlaces found = new HeadingPlaces();
        Map<String, Queue<Integer>> byText = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            byText.computeIfAbsent(headings.get(i).text().strip(), key -> new ArrayDeque<>())
                    .add(i);
        }
        int next = 0;
        int start = 0;
        while (start < text.length() && next < headings.size()) {
            int end = endOfLine(text, start);
            int index = nextFrom(next, byText.get(text.substring(start, end).strip()));
            if (index >= 0) {
                found.places.put(start, headings.get(index));
                next = index + 1;
            }
            start = end + 1;
        }
        return found;
    }

    /** The last heading that begins at or before the offset. */
    Optional<Heading> before(int offset) {
        return Optional.ofNullable(places.floorEntry(offset)).map(Map.Entry::getValue);
    }

    private static int endOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static int nextFrom(int next, @Nullable Queue<Integer> indices) {
        if (indices == null) {
            return -1;
        }
        indices.removeIf(index -> index < next);
        return indices.isEmpty() ? -1 : indices.remove();
    }
}
