package garden.graph;

import garden.note.Anchors;
import garden.note.Block;
import garden.note.Heading;
import garden.note.NameKey;
import garden.note.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which names links know the headings and blocks of a note. A heading is meant by its text; else by its anchor; else by an anchor
 * that its text could have; else by its text or its source, in both of which each run of punctuation and spaces counts as one space:
 * Obsidian writes {@code #Size $n 2$ grows} for {@code ## Size $n^2$ grows}. {@code #A#B} is B in the section of A, else the first B
 * behind it. Made as far as asked; owned by one thread.
 */
final class PartNames {

    /** How a name may be that of a heading, the surest way first. */
    private enum Likeness {
        TEXT,
        ANCHOR,
        TEXT_AS_ANCHOR,
        WORDS;

        /** What a name in a link shares with those of the headings that it means. */
        String key(String name) {
            return switch (this) {
                case TEXT -> new NameKey(name).value();
                case ANCHOR -> name.strip();
                case TEXT_AS_ANCHOR -> Anchors.anchor(name);
                case WORDS -> words(name);
            };
        }

        Stream<String> keys(Heading heading) {
            return switch (this) {
                case TEXT, TEXT_AS_ANCHOR -> Stream.of(key(heading.text()));
                case ANCHOR -> Stream.of(heading.anchor());
                case WORDS -> Stream.of(key(heading.text()), key(heading.source()));
            };
        }
    }

    private static final int NONE = -1;

    private static final List<Likeness> ALL = List.of(Likeness.values());

    /** Those by which a heading is meant rather than a place of that name. */
    private static final List<Likeness> SURE = List.of(Likeness.TEXT, Likeness.ANCHOR, Likeness.TEXT_AS_ANCHOR);

    private final List<Heading> headings;
    private final List<Block> blocks;
    private final List<String> ids;
    private final Map<Likeness, Map<String, List<Integer>>> indices = new EnumMap<>(Likeness.class);
    private final Map<String, Optional<String>> found = new HashMap<>();
    private @Nullable Map<String, Block> byKey;
    private @Nullable Map<String, String> places;

    PartNames(Note note) {
        this.headings = note.headings();
        this.blocks = note.blocks();
        this.ids = note.places();
    }

    /** The anchor of the block called {@code name}, with its {@code ^}. */
    Optional<String> block(String name) {
        if (byKey == null) {
            byKey = new HashMap<>();
            for (Block block : blocks) {
                byKey.putIfAbsent(block.key(), block);
            }
        }
        return Optional.ofNullable(byKey.get(Block.key(name.substring(Block.MARK.length()))))
                .map(Block::anchor);
    }

    /** The anchor of the heading that {@code fragment} means, or of the place in raw HTML to which the author gave that id. */
    Optional<String> named(String fragment) {
        return found.computeIfAbsent(fragment, this::find);
    }

    /** A {@code #} parts the names of headings; else it is one of their characters. */
    private Optional<String> find(String fragment) {
        List<String> names = Arrays.stream(fragment.split("#", -1))
                .filter(name -> !name.isBlank())
                .toList();
        return anchor(inside(names, SURE))
                .or(() -> place(fragment.strip()))
                .or(() -> anchor(inside(names, ALL)))
                .or(() -> anchor(behind(names)))
                .or(() -> anchor(inside(List.of(fragment), ALL)));
    }

    private Optional<String> anchor(int index) {
        return index == NONE
                ? Optional.empty()
                : Optional.of(headings.get(index).anchor());
    }

    /** As written, else whatever its case. */
    private Optional<String> place(String name) {
        if (places == null) {
            places = new HashMap<>();
            for (String id : ids) {
                places.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
            }
            for (String id : ids) {
                places.put(id, id);
            }
        }
        String exact = places.get(name);
        return exact != null && exact.equals(name)
                ? Optional.of(exact)
                : Optional.ofNullable(places.get(name.toLowerCase(Locale.ROOT)));
    }

    private int inside(List<String> names, List<Likeness> likenesses) {
        for (Likeness likeness : likenesses) {
            List<List<Integer>> candidates =
                    names.stream().map(name -> candidates(name, likeness)).toList();
            boolean isPossible = candidates.stream().noneMatch(List::isEmpty);
            int index = isPossible ? inside(candidates, 0, headings.size(), 0) : NONE;
            if (index != NONE) {
                return index;
            }
        }
        return NONE;
    }

    /** The first of the last candidates that lies in the sections of some of the others, each in that of the one before. */
    private int inside(List<List<Integer>> candidates, int from, int to, int level) {
        for (int index : candidates.getFirst()) {
            boolean isInside =
                    index >= from && index < to && headings.get(index).level() > level;
            if (isInside && candidates.size() == 1) {
                return index;
            }
            int inner = isInside
                    ? inside(
                            candidates.subList(1, candidates.size()),
                            index + 1,
                            end(index),
                            headings.get(index).level())
                    : NONE;
            if (inner != NONE) {
                return inner;
            }
        }
        return NONE;
    }

    private int end(int index) {
        int end = index + 1;
        while (end < headings.size()
                && headings.get(end).level() > headings.get(index).level()) {
            end++;
        }
        return end;
    }

    /** The last of the headings with these names, each the first behind the one before. */
    private int behind(List<String> names) {
        int last = NONE;
        for (String name : names) {
            int after = last;
            last = Stream.of(Likeness.values())
                    .flatMap(likeness -> of(name, likeness).stream())
                    .filter(index -> index > after)
                    .findFirst()
                    .orElse(NONE);
            if (last == NONE) {
                return NONE;
            }
        }
        return last;
    }

    /** Those that have the name in this way or a surer one, in order. */
    private List<Integer> candidates(String name, Likeness last) {
        return Stream.of(Likeness.values())
                .filter(likeness -> likeness.compareTo(last) <= 0)
                .flatMap(likeness -> of(name, likeness).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Integer> of(String name, Likeness likeness) {
        String key = likeness.key(name);
        return key.isEmpty()
                ? List.of()
                : indices.computeIfAbsent(likeness, this::index).getOrDefault(key, List.of());
    }

    private Map<String, List<Integer>> index(Likeness likeness) {
        Map<String, List<Integer>> index = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            int number = i;
            likeness.keys(headings.get(i))
                    .distinct()
                    .forEach(key -> index.computeIfAbsent(key, none -> new ArrayList<>(1))
                            .add(number));
        }
        return index;
    }

    /** Folded, and each run of punctuation and spaces one space. */
    private static String words(String name) {
        StringBuilder words = new StringBuilder(name.length());
        new NameKey(name).value().codePoints().forEach(c -> {
            if (!isBetweenWords(c)) {
                words.appendCodePoint(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    /** White space, or punctuation as CommonMark 0.30, 2.1 has it: that of ASCII, and the categories P of Unicode. */
    private static boolean isBetweenWords(int c) {
        boolean isAscii = c < 0x80;
        return isAscii
                ? !Character.isLetterOrDigit(c)
                : Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || switch (Character.getType(c)) {
                            case Character.CONNECTOR_PUNCTUATION,
                                    Character.DASH_PUNCTUATION,
                                    Character.START_PUNCTUATION,
                                    Character.END_PUNCTUATION,
                                    Character.INITIAL_QUOTE_PUNCTUATION,
                                    Character.FINAL_QUOTE_PUNCTUATION,
                                    Character.OTHER_PUNCTUATION -> true;
                            default -> false;
                        };
    }
}
