package garden.markdown.reading;

import garden.markdown.syntax.PlainText;
import garden.markdown.text.Cut;
import garden.markdown.text.RemarkMask;
import garden.markdown.text.Source;
import garden.markdown.text.TextParts;
import garden.markdown.text.WordCount;
import garden.note.Anchors;
import garden.note.Block;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Problem;
import garden.note.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of one body that were read so far, put together: anchors and block ids are those of the whole. Owned by one thread at a time. */
public final class BodyParts {

    private static final int MAX_PROBLEMS = 100;

    private final Source source;
    private final Definitions definitions;
    private final ReferenceBudget referenceBudget;
    private final Anchors anchors = new Anchors();
    private final Set<String> blockKeys = new HashSet<>();
    private final List<Heading> headings = new ArrayList<>();
    private final Set<String> places = new LinkedHashSet<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<Tag> tags = new LinkedHashSet<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> full = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder prose = new StringBuilder();
    private int words;

    BodyParts(Source source, Definitions definitions) {
        this.source = source;
        this.definitions = definitions;
        this.referenceBudget = new ReferenceBudget(source.text().length());
    }

    Source source() {
        return source;
    }

    /** Those of all parts. */
    Definitions definitions() {
        return definitions;
    }

    /** What references of the next part may add. */
    ReferenceBudget referenceBudget() {
        return referenceBudget;
    }

    /** Those that are given already. */
    Anchors anchors() {
        return anchors;
    }

    /** Those that are given already. */
    Set<String> blockKeys() {
        return blockKeys;
    }

    int headingCount() {
        return headings.size();
    }

    /** The next part. What it has over {@link TextParts#MAX_OF_A_KIND} is left out, and links below a heading that is left out stand below the last one. */
    void add(BodyContent part) {
        addAll(headings, part.headings(), "headings");
        addAll(places, part.places(), "places");
        addAll(blocks, part.blocks(), "block ids");
        addAll(tags, part.tags(), "tags");
        addAll(links, part.links(), "links");
        part.problems().forEach(this::add);
        text.append(part.words().text());
        if (prose.length() <= Cut.MAX_CHARS && !part.words().prose().isEmpty()) {
            prose.append(prose.isEmpty() ? "" : " ").append(part.words().prose());
        }
        words += part.words().count();
    }

    /** The next part, of which only the words are known. */
    void addText(String part) {
        String line = PlainText.normalized(RemarkMask.unmasked(part)).stripTrailing();
        if (!line.isBlank()) {
            text.append(line).append('\n');
        }
    }

    /** The next part, which is read as nothing but words. */
    void addWords(String part) {
        addText(part);
        words += WordCount.count(RemarkMask.unmasked(part));
    }

    void add(Problem problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** All parts as one, with {@code first} before its problems. */
    BodyContent whole(Problem first) {
        Set<String> taken = headings.stream().map(Heading::anchor).collect(Collectors.toSet());
        Optional<Problem> left = Optional.of(String.join(", ", full))
                .filter(kinds -> !kinds.isEmpty())
                .map(kinds -> new Problem(
                        Problem.Kind.OVER_BUDGET,
                        first.line(),
                        "too many " + kinds + ": expected at most " + TextParts.MAX_OF_A_KIND
                                + " of each in a note; the rest is text"));
        List<Problem> all = Stream.concat(
                        Stream.concat(Stream.of(first), left.stream()),
                        problems.stream().sorted(Comparator.comparingInt(Problem::line)))
                .toList();
        return new BodyContent(
                headings,
                places.stream().filter(place -> !taken.contains(place)).toList(),
                blocks,
                List.copyOf(tags),
                links.stream().map(this::within).toList(),
                all,
                new BodyContent.Words(text.toString(), prose.toString(), words));
    }

    private <T> void addAll(Collection<T> all, List<T> part, String kind) {
        for (T one : part) {
            if (all.size() < TextParts.MAX_OF_A_KIND) {
                all.add(one);
            } else {
                full.add(kind);
                return;
            }
        }
    }

    private Link within(Link link) {
        return switch (link) {
            case Link.WikiLink(var target, var fragment, var isEmbed, var place, var span) ->
                new Link.WikiLink(target, fragment, isEmbed, within(place), span);
            case Link.PathLink(var target, var fragment, var isEmbed, var place, var span) ->
                new Link.PathLink(target, fragment, isEmbed, within(place), span);
            case Link.ExternalLink external -> external;
        };
    }

    private Link.Place within(Link.Place place) {
        return new Link.Place(place.excerpt(), Math.min(place.heading(), headings.size() - 1));
    }
}
