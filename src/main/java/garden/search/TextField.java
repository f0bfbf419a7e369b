package garden.search;

import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The parts of a note in which words are looked for. The usual lengths stand in
 * for the average that BM25 wants, since a measured one would change with every note.
 */
enum TextField {
    TITLE(RankingWeights.TITLE, 4),
    ALIASES(RankingWeights.ALIASES, 4),
    FORMER_NAMES(RankingWeights.FORMER_NAMES, 4),
    LABELS(RankingWeights.LABELS, 8),
    HEADINGS(RankingWeights.HEADINGS, 30),
    TAGS(RankingWeights.TAGS, 4),
    PATH(RankingWeights.PATH, 5),
    ATTACHMENTS(RankingWeights.ATTACHMENTS, 8),
    PROPERTIES(RankingWeights.PROPERTIES, 20),
    BODY(RankingWeights.BODY, 400);

    private static final int MAX_ATTACHMENTS = 100;

    /** The name of the field in the index. */
    private final String key = name().toLowerCase(Locale.ROOT);

    /** What a match here counts for, next to one in the body. */
    final float weight;

    /** How many words are usual here. */
    final int usualLength;

    TextField(float weight, int usualLength) {
        this.weight = weight;
        this.usualLength = usualLength;
    }

    /** The name of the field in the index. */
    String key() {
        return key;
    }

    /** What the note has here. */
    List<String> texts(ParsedNote parsed, NoteContext context) {
        Note note = parsed.note();
        return switch (this) {
            case TITLE -> List.of(note.title());
            case ALIASES -> note.frontMatter().aliases();
            case FORMER_NAMES -> context.formerNames();
            case LABELS -> context.labels();
            case HEADINGS -> note.headings().stream().map(Heading::text).toList();
            case TAGS -> note.tags().stream().map(Tag::name).toList();
            case PATH -> List.of(note.path().withoutSuffix());
            case ATTACHMENTS -> attachments(note);
            case PROPERTIES ->
                note.frontMatter().properties().stream()
                        .map(property -> property.value().plain())
                        .toList();
            case BODY -> List.of(parsed.text());
        };
    }

    /** The names of the files that the note shows or links to and that are no notes. */
    private static List<String> attachments(Note note) {
        return note.links().stream()
                .flatMap(link -> link instanceof Link.Local local ? Stream.of(local.target()) : Stream.empty())
                .map(target -> target.substring(target.lastIndexOf('/') + 1))
                .filter(name ->
                        name.indexOf('.') > 0 && NotePath.noteSuffix(name).isEmpty())
                .distinct()
                .limit(MAX_ATTACHMENTS)
                .toList();
    }
}
