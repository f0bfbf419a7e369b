package garden.bench;

import garden.graph.LinkGraph;
import garden.graph.Resolution;
import garden.graph.ResolvedLink;
import garden.graph.Target;
import garden.note.FrontMatter;
import garden.note.Heading;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Queries whose answers follow from the notes themselves: nobody judged anything. A function of the notes and of a seed; of a kind at most
 * {@code perKind}. Unlisted notes and drafts are neither asked for nor wanted.
 */
public final class KnownItems {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}]+");
    private static final int MAX_RELEVANT = 10;
    private static final int MAX_RARE = 6;
    private static final int MIN_RARE_LETTERS = 4;
    private static final int MIN_MISTYPED = 5;
    private static final int MIN_PREFIX = 4;
    private static final int MAX_TARGETS = 3;

    private final List<ParsedNote> notes;
    private final LinkGraph graph;
    private final int perKind;
    private final Random random;
    private final Map<String, Integer> notesWith = new HashMap<>();
    private final Map<NotePath, Set<String>> wordsOf = new HashMap<>();
    private final Map<NameKey, Set<NotePath>> titles = new TreeMap<>();

    /** What is asked for: in the order in which they are reported. */
    public enum Kind {
        /** The title as written. */
        TITLE,
        /** The title with one mistake in its rarest word. */
        TYPO,
        /** The words of links to a note that are none of its names. */
        ANCHOR,
        /** A heading and the rarest word of the title. */
        HEADING,
        /** The beginning of the title. */
        PREFIX,
        /** Two rare words of the text. */
        RARE,
        /** Another name. */
        ALIAS
    }

    /** A query, and the notes of which one is to be found. */
    public record Item(Kind kind, String query, Set<NotePath> relevant) {}

    private KnownItems(List<ParsedNote> notes, LinkGraph graph, int perKind, long seed) {
        this.notes = notes.stream()
                .filter(note -> isFound(note.note().frontMatter()))
                .sorted(Comparator.comparing(note -> note.note().path()))
                .toList();
        this.graph = graph;
        this.perKind = perKind;
        this.random = new Random(seed);
        for (ParsedNote note : this.notes) {
            titles.computeIfAbsent(new NameKey(note.note().title()), none -> new TreeSet<>())
                    .add(note.note().path());
            Set<String> words = new HashSet<>(words(note.text()));
            words.addAll(words(note.note().title()));
            wordsOf.put(note.note().path(), words);
            words.forEach(word -> notesWith.merge(word, 1, Integer::sum));
        }
    }

    private static boolean isFound(FrontMatter frontMatter) {
        return !frontMatter.isUnlisted()
                && !frontMatter.isDraft()
                && frontMatter.publish().orElse(true);
    }

    /** The queries that a garden gives rise to. */
    public static List<Item> of(List<ParsedNote> notes, LinkGraph graph, int perKind, long seed) {
        KnownItems known = new KnownItems(notes, graph, perKind, seed);
        return Stream.of(Kind.values())
                .flatMap(kind -> known.some(kind).stream())
                .toList();
    }

    private List<Item> some(Kind kind) {
        Map<String, Item> items = new LinkedHashMap<>();
        (kind == Kind.ANCHOR ? anchors().stream() : notes.stream().flatMap(note -> items(kind, note).stream()))
                .filter(item -> !item.relevant().isEmpty() && item.relevant().size() <= MAX_RELEVANT)
                .forEach(item -> items.putIfAbsent(item.query(), item));
        List<Item> shuffled = new ArrayList<>(items.values());
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(perKind, shuffled.size()));
    }

    private List<Item> items(Kind kind, ParsedNote parsed) {
        Note note = parsed.note();
        Set<NotePath> same = titles.getOrDefault(new NameKey(note.title()), Set.of());
        return switch (kind) {
            case TITLE -> List.of(new Item(kind, note.title(), same));
            case TYPO ->
                mistyped(note.title()).map(query -> new Item(kind, query, same)).toList();
            case HEADING -> headings(note);
            case PREFIX -> prefix(note.title());
            case RARE -> rare(parsed);
            case ALIAS ->
                note.frontMatter().aliases().stream()
                        .filter(alias -> !titleAndFile(note).contains(new NameKey(alias)))
                        .map(alias -> new Item(kind, alias, Set.of(note.path())))
                        .toList();
            case ANCHOR -> List.of();
        };
    }

    private Stream<String> mistyped(String title) {
        return words(title).stream()
                .filter(word -> word.codePoints().allMatch(Character::isLetter) && word.length() >= MIN_MISTYPED)
                .min(Comparator.comparingInt(word -> notesWith.getOrDefault(word, 0)))
                .stream()
                .flatMap(word -> {
                    String wrong = edited(word);
                    String query = title.toLowerCase(Locale.ROOT).replace(word, wrong);
                    return notesWith.containsKey(wrong) || wrong.equals(word) ? Stream.empty() : Stream.of(query);
                });
    }

    /** One letter left out, doubled, replaced by another of the word, or swapped with the next; never the first. */
    private String edited(String word) {
        int at = 1 + random.nextInt(word.length() - 2);
        String before = word.substring(0, at);
        char other = word.charAt(random.nextInt(word.length()));
        return switch (random.nextInt(4)) {
            case 0 -> before + word.substring(at + 1);
            case 1 -> before + other + word.substring(at);
            case 2 -> before + other + word.substring(at + 1);
            default -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private List<Item> headings(Note note) {
        List<String> own = note.headings().stream()
                .filter(heading -> heading.level() > 1)
                .map(Heading::text)
                .filter(text -> !names(note).contains(new NameKey(text)))
                .toList();
        String rarest = words(note.title()).stream()
                .min(Comparator.comparingInt(word -> notesWith.getOrDefault(word, 0)))
                .orElse("");
        if (own.isEmpty() || rarest.isEmpty()) {
            return List.of();
        }
        String heading = own.get(random.nextInt(own.size()));
        return List.of(new Item(Kind.HEADING, heading + " " + rarest, Set.of(note.path())));
    }

    private List<Item> prefix(String title) {
        String folded = title.toLowerCase(Locale.ROOT);
        int min = Character.isIdeographic(folded.codePointAt(0)) ? 2 : MIN_PREFIX;
        if (folded.length() <= min) {
            return List.of();
        }
        int length = min + random.nextInt(Math.min(MIN_PREFIX + 1, folded.length() - min));
        String prefix = folded.substring(0, length).stripTrailing();
        Set<NotePath> relevant = new TreeSet<>();
        notes.stream()
                .filter(note -> note.note().title().toLowerCase(Locale.ROOT).startsWith(prefix))
                .forEach(note -> relevant.add(note.note().path()));
        return List.of(new Item(Kind.PREFIX, prefix, relevant));
    }

    private List<Item> rare(ParsedNote parsed) {
        List<String> rare = new ArrayList<>(words(parsed.text()));
        rare.removeIf(word -> word.length() < MIN_RARE_LETTERS || notesWith.getOrDefault(word, 0) > MAX_RARE);
        if (rare.size() < 2) {
            return List.of();
        }
        Collections.shuffle(rare, random);
        List<String> two = rare.subList(0, 2);
        Set<NotePath> relevant = new TreeSet<>();
        notes.stream()
                .filter(note ->
                        wordsOf.getOrDefault(note.note().path(), Set.of()).containsAll(two))
                .forEach(note -> relevant.add(note.note().path()));
        return List.of(new Item(Kind.RARE, String.join(" ", two), relevant));
    }

    private List<Item> anchors() {
        Map<String, Set<NotePath>> targets = new TreeMap<>();
        for (ParsedNote note : notes) {
            for (ResolvedLink link : graph.links(note.note().path())) {
                String label = link.link().place().excerpt().words().strip();
                if (!link.link().isEmbed() && label.length() >= 3) {
                    target(link, label)
                            .forEach(path -> targets.computeIfAbsent(label, none -> new TreeSet<>())
                                    .add(path));
                }
            }
        }
        return targets.entrySet().stream()
                .filter(entry -> entry.getValue().size() <= MAX_TARGETS)
                .map(entry -> new Item(Kind.ANCHOR, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<NotePath> target(ResolvedLink link, String label) {
        return link.resolution() instanceof Resolution.Resolved resolved
                        && resolved.target() instanceof Target.File(NotePath path)
                ? graph
                        .note(path)
                        .filter(note ->
                                !note.frontMatter().isUnlisted() && !names(note).contains(new NameKey(label)))
                        .map(Note::path)
                        .stream()
                : Stream.empty();
    }

    private static Set<NameKey> titleAndFile(Note note) {
        return new HashSet<>(
                List.of(new NameKey(note.title()), new NameKey(note.path().name())));
    }

    private static Set<NameKey> names(Note note) {
        Set<NameKey> names = titleAndFile(note);
        note.frontMatter().aliases().forEach(alias -> names.add(new NameKey(alias)));
        return names;
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
