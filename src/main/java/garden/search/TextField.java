package garden.search;

import garden.note.Heading;
import garden.note.Note;
import garden.note.ParsedNote;
import garden.note.Tag;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a note in which words are looked for. The usual lengths stand in
 * for the average that BM25 wants, since a measured one would change with every note.
 */
enum TextField {
    TITLE(RankingWeights.TITLE, 4),
    ALIASES(RankingWeights.ALIASES, 4),
    HEADINGS(RankingWeights.HEADINGS, 30),
    TAGS(RankingWeights.TAGS, 4),
    PATH(RankingWeights.PATH, 5),
    BODY(RankingWeights.BODY, 400);

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
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the note has here. */
    List<String> texts(ParsedNote parsed) {
        Note note = parsed.note();
        return switch (this) {
            case TITLE -> List.of(note.title());
            case ALIASES -> note.frontMatter().aliases();
            case HEADINGS -> note.headings().stream().map(Heading::text).toList();
            case TAGS -> note.tags().stream().map(Tag::name).toList();
            case PATH -> List.of(note.path().withoutSuffix());
            case BODY -> List.of(parsed.text());
        };
    }
}
