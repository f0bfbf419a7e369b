package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameOrderTest {

    /** By the rules of CLDR for each language; the names are given in order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "en:Zebra Öl Äpfel cherry apple Ofen Banana:Äpfel apple Banana cherry Ofen Öl Zebra",
                "de:Zebra Öl Ofen apfel Äpfel:apfel Äpfel Ofen Öl Zebra",
                "sv:Öl Ärta Ål Zebra Ask:Ask Zebra Ål Ärta Öl",
                "es:ñu nube oca noche:noche nube ñu oca",
                "da:Aalborg Zebra Aben:Aben Zebra Aalborg",
                "ru:яблоко Ёлка Ель Береза:Береза Ёлка Ель яблоко",
                "zh:中 阿 波:阿 波 中",
                "ja:ん あ カ:あ カ ん",
                "he:ת א ב:א ב ת",
                "xx:b Ä a:a Ä b",
            })
    void namesStandInTheOrderOfTheLanguage(String language, String names, String expected) {
        assertThat(Stream.of(names.split(" ")).sorted(NameOrder.of(language))).containsExactly(expected.split(" "));
    }

    @Test
    void numbersInNamesCountByTheirValue() {
        assertThat(Stream.of("Week 10", "Week 9", "Week 1", "10 plants", "9 plants", "2024-05-01", "2024-04-30")
                        .sorted(NameOrder.of("en")))
                .containsExactly("9 plants", "10 plants", "2024-04-30", "2024-05-01", "Week 1", "Week 9", "Week 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "zh", "ar", ""})
    void keysStandInTheOrderOfTheirNames(String language) {
        NameOrder order = NameOrder.of(language);
        Random random = new Random(7);
        List<String> names = Stream.generate(() -> name(random)).limit(300).toList();
        for (String name : names) {
            for (String other : names.subList(0, 40)) {
                assertThat(Integer.signum(order.key(name).compareTo(order.key(other))))
                        .as("%s: \"%s\" and \"%s\"", language, name, other)
                        .isEqualTo(Integer.signum(order.compare(name, other)));
            }
        }
    }

    private static String name(Random random) {
        String letters = "aAäbBzZ 09-_.,éñåøßابגד中あ\u0301\ud83c";
        return random.ints(random.nextInt(8), 0, letters.length())
                .mapToObj(letters::charAt)
                .map(String::valueOf)
                .reduce("", String::concat);
    }

    @Test
    void whatIsInsideStandsRightAfterWhatIsAroundIt() {
        NameOrder order = NameOrder.of("en");
        assertThat(Stream.of(
                                "fruit pie",
                                "fruit/pome",
                                "fruit",
                                "fruit-fly",
                                "fruit/pome/apple",
                                "fruit/plum",
                                "Fruits")
                        .sorted((one, other) -> order.pathKey(one).compareTo(order.pathKey(other))))
                .containsExactly(
                        "fruit", "fruit/plum", "fruit/pome", "fruit/pome/apple", "fruit pie", "fruit-fly", "Fruits");
    }

    @Test
    void aNameOfAMillionSignsHasAShortKey() {
        assertThat(NameOrder.of("en").key("x".repeat(1_000_000)).bytes().length())
                .isLessThan(5_000);
    }
}
