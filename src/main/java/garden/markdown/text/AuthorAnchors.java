package garden.markdown.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The places that an author marks in raw HTML: {@code <a name="x">}, and any tag with an {@code id}. Owned by one thread. */
public final class AuthorAnchors {

    /** The ids of the page around a note, which its scripts and its links rely on. */
    static final Set<String> OF_THE_PAGE = Set.of("content", "q", "query", "suggestions", "backlinks");

    private static final int MAX = 10_000;

    /** Nothing that ends an attribute, and nothing that the page makes itself: those of blocks, footnotes and diagrams. */
    private static final Pattern ID = Pattern.compile("(?!\\^|fn:|fnref:|d?diagram-)[^\\s\"'<>&]{1,200}");

    private final Set<String> ids = new LinkedHashSet<>();

    /** The id that a tag asks for, when it may have it. */
    public static Optional<String> of(RawHtml.Tag tag) {
        return tag.isClosing()
                ? Optional.empty()
                : tag.value("id")
                        .or(() -> tag.name().equals("a") ? tag.value("name") : Optional.empty())
                        .filter(id -> ID.matcher(id).matches() && !OF_THE_PAGE.contains(id));
    }

    /** One more tag, in the order of the text. */
    public void add(RawHtml.Tag tag) {
        if (ids.size() < MAX) {
            of(tag).ifPresent(ids::add);
        }
    }

    /** In the order of the text, without those that {@code headings} have: a heading is a place already. */
    public List<String> without(Set<String> headings) {
        return ids.stream().filter(id -> !headings.contains(id)).toList();
    }
}
