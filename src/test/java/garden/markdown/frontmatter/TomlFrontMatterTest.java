package garden.markdown.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Fixture;
import garden.note.FrontMatter;
import garden.note.Note;
import garden.note.Property;
import garden.note.Tag;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TomlFrontMatterTest {

    @Test
    void keysHaveTheSameMeaningAsInYaml() {
        Note note = Fixture.note("""
            +++
            # A comment
            title = "The oak"
            tags = ["trees/oak", "#wood"]
            draft = true
            date = 2024-05-01
            lastmod = 2024-05-02T10:30:00+02:00
            weight = 7
            live = false
            up = "[[trees]]"
            seen = 2024-05-03 08:00:00
            [params]
            a = 1
            b = ["x"]
            +++
            # H
            """);
        FrontMatter frontMatter = note.frontMatter();
        assertThat(note.problems()).isEmpty();
        assertThat(note.title()).isEqualTo("The oak");
        assertThat(note.headings()).hasSize(1);
        assertThat(frontMatter.tags()).containsExactly(new Tag("trees/oak"), new Tag("wood"));
        assertThat(frontMatter.isDraft()).isTrue();
        assertThat(frontMatter.created()).contains(Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(frontMatter.modified()).contains(Instant.parse("2024-05-02T08:30:00Z"));
        assertThat(frontMatter.properties())
                .extracting(property ->
                        property.name() + " " + property.value().getClass().getSimpleName() + " "
                                + property.value().plain())
                .containsExactly(
                        "weight Numeral 7",
                        "live Checkbox false",
                        "up Text trees",
                        "seen Moment 2024-05-03T08:00",
                        "params Text {a: 1, b: [x]}");
        assertThat(frontMatter.links().getFirst().link().span().line()).isEqualTo(10);
    }

    @Test
    void aBrokenLineIsAProblemAndTheOthersCount() {
        Note note = Fixture.note("+++\r\ntitle = \"x\"\r\nbad = = 1\r\nlang = \"en\"\r\n+++\r\n[[elm]]\r\n");
        assertThat(note.title()).isEqualTo("x");
        assertThat(note.frontMatter().language()).contains("en");
        assertThat(note.links()).hasSize(1);
        assertThat(note.problems()).hasSize(1);
        assertThat(note.problems().getFirst().line()).isEqualTo(3);
        assertThat(note.problems().getFirst().message()).startsWith("front matter: expected TOML, found an error: ");
    }

    @Test
    void aWrongTypeIsAProblemWithItsLine() {
        Note note = Fixture.note("+++\na = 1\n\ntitle = [\"x\"]\n+++\n");
        assertThat(note.problems())
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly("4 title: expected text, found a list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 1\na = 2",
                "a = [1, 'x', {b = 2}]",
                "[[a]]\nb = 1\n[[a]]\nb = 2",
                "a.b.c = 1\na.b = 2",
                "'' = 1",
                "\"a b\" = \"\"\"x\ny\"\"\"",
                "a = \u0001",
                "a = \"x",
                "[a",
                "a = 07:32:00\nb = inf\nc = 0xff",
            })
    void oddAndHostileTomlIsSurvived(String toml) {
        assertThat(Fixture.note("\uFEFF+++\n" + toml + "\n+++\n").title()).isEqualTo("Oak");
    }

    @Test
    void deepAndLongTomlIsSurvived() {
        assertThat(toml("a = " + "[".repeat(60_000)).problems()).hasSize(1);
        assertThat(toml("a" + ".a".repeat(20_000) + " = 1").problems()).isNotEmpty();
        assertThat(toml("a = '" + "x".repeat(1 << 20) + "'").problems()).hasSizeBetween(1, 2);
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            keys.append("k").append(i).append(" = 1\n");
        }
        Note many = toml(keys.toString());
        assertThat(many.frontMatter().properties()).extracting(Property::name).hasSize(5_000);
    }

    private static Note toml(String text) {
        return Fixture.note("+++\n" + text + "\n+++\n");
    }
}
