package garden.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class DifferenceTest {

    /** Blocks as text: what went in brackets, what came in braces. */
    private static String shown(Difference difference) {
        return difference.blocks().stream()
                .map(block -> switch (block) {
                    case Difference.Near near -> "=" + near.text();
                    case Difference.Folded folded -> "…" + folded.lines() + "\n";
                    case Difference.Changed changed ->
                        "~"
                                + changed.pieces().stream()
                                        .map(DifferenceTest::shown)
                                        .collect(Collectors.joining());
                })
                .collect(Collectors.joining());
    }

    private static String shown(Piece piece) {
        return switch (piece.kind()) {
            case SAME -> piece.text();
            case DELETED -> "[" + piece.text() + "]";
            case INSERTED -> "{" + piece.text() + "}";
        };
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        An elm by the river., An oak by the river., An [elm]{oak} by the river.
        The elm is old., The elm is very old., The elm is {very }old.
        'One, two, three', 'One, three', 'One, [two, ]three'
        wholly new words here, nothing of that stays, [wholly new words here]{nothing of that stays}
        """)
    void wordsAreCompared(String before, String after, String expected) {
        assertThat(shown(Difference.between(before, after))).isEqualTo("~" + expected);
    }

    @Test
    void wordsAreCounted() {
        Difference difference = Difference.between("An elm by the river.\n", "An oak, a birch by the river.\n");

        assertThat(difference.deleted()).isEqualTo(1);
        assertThat(difference.inserted()).isEqualTo(3);
    }

    @Test
    void whatStayedFarAwayIsFolded() {
        String lines = IntStream.range(0, 20).mapToObj(i -> i + "\n").collect(Collectors.joining());

        assertThat(shown(Difference.between(lines, lines.replace("\n10\n", "\n10 b\n"))))
                .isEqualTo("…7\n=7\n8\n9\n~10{ b}\n=11\n12\n13\n…6\n");
    }

    @Test
    void sameTextHasNoChange() {
        assertThat(Difference.between("a\nb\n", "a\nb\n")).isEqualTo(new Difference(List.of(), 0, 0));
        assertThat(Difference.between("", "").blocks()).isEmpty();
    }

    @Test
    void firstVersionIsAllNew() {
        assertThat(shown(Difference.between("", "a b\n"))).isEqualTo("~{a b\n}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bothTextsAreInTheDifference(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String before = text(random);
            String after = text(random);
            List<Piece> pieces = new WordComparison().pieces(before, after);

            assertThat(without(pieces, Piece.Kind.INSERTED)).as("seed %d", seed).isEqualTo(before);
            assertThat(without(pieces, Piece.Kind.DELETED)).as("seed %d", seed).isEqualTo(after);
        }
    }

    private static String without(List<Piece> pieces, Piece.Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 5)
                .mapToObj(i -> List.of("oak", "elm", " ", "\n", "日本").get(i))
                .collect(Collectors.joining());
    }

    @Test
    void hugeTextsAreReplacedAsAWhole() {
        String before =
                IntStream.range(0, 100_000).mapToObj(i -> "a" + i + "\n").collect(Collectors.joining());
        String after = IntStream.range(0, 100_000).mapToObj(i -> "b" + i + "\n").collect(Collectors.joining());

        assertThat(Difference.between(before, after).inserted()).isEqualTo(100_000);
    }

    @Test
    void oneHugeLineEndsToo() {
        String before = "oak elm ".repeat(60_000);
        String after = "elm oak birch ".repeat(40_000);

        assertThat(Difference.between(before, after).deleted()).isEqualTo(120_000);
    }

    @Test
    void manyChangedPassagesEnd() {
        String before = IntStream.range(0, 3_000)
                .mapToObj(i -> i % 2 == 0 ? "same" + i + "\n" : "a b c ".repeat(50) + i + "\n")
                .collect(Collectors.joining());

        assertThat(Difference.between(before, before.replace("a b", "d e")).blocks())
                .isNotEmpty();
    }
}
