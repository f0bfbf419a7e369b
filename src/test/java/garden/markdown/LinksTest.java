package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Link;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "[[elm]] => wiki elm",
                "[[ elm ]] => wiki elm",
                "[[elm|an elm]] => wiki elm",
                "[[elm#Bark]] => wiki elm # Bark",
                "[[elm#Bark#Moss|x]] => wiki elm # Bark#Moss",
                "[[#Bark]] => wiki  # Bark",
                "[[elm#^a1]] => wiki elm # ^a1",
                "[[trees/elm]] => wiki trees/elm",
                "[[../elm]] => wiki ../elm",
                "[[elm.md]] => wiki elm.md",
                "[[Node.js [old]]] => wiki Node.js [old]",
                "[[a%20b]] => wiki a%20b",
                "![[elm]] => wiki elm !",
                "![[elm.png|360]] => wiki elm.png !",
                "[x](elm.md) => path elm.md",
                "[x](elm.md#Bark%20b) => path elm.md # Bark b",
                "[x](<a b.md>) => path a b.md",
                "[x](a%20b.md \"title\") => path a b.md",
                "[x](100%.md) => path 100%.md",
                "[x](%FF.md) => path %FF.md",
                "[x](/trees/elm) => path /trees/elm",
                "[x](#bark) => path  # bark",
                "![alt](elm.png) => path elm.png !",
                "<a href='elm.md'>x</a> => path elm.md",
                "<img src=elm.png> => path elm.png !",
                "<video src=\"a&amp;b.mp4\"></video> => path a&b.mp4 !",
                "[x](https://e.org/ä) => external https://e.org/%C3%A4",
                "[x](//e.org) => external //e.org",
                "<https://e.org> => external https://e.org",
                "see https://e.org/a_b_c. => external https://e.org/a_b_c",
                "see www.e.org, => external http://www.e.org",
                "mail me@e.org => external mailto:me@e.org",
                "[[1]](elm.md) => wiki 1",
            })
    void areRead(String text, String expected) {
        assertThat(links(text)).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`[[elm]]`",
                "    [[elm]]",
                "```\n[[elm]] #tag\n```",
                "<!-- [[elm]] -->",
                "x <!-- [[elm]] --> y",
                "%%[[elm]] #tag%%",
                "%%\n[[elm]]\n\n[x](y.md)\n%%",
                "<div>\n[[elm]]\n</div>",
                "\\[[elm]]",
                "[[]]",
                "[[|label]]",
                "[[#]]",
                "[[elm",
                "[[elm\n]]",
                "[x](javascript:alert)",
                "[x](JaVaScRiPt:alert)",
                "[x](java&#10;script:alert)",
                "[x](data:text/html,x)",
                "[x](file:///etc/passwd)",
                "<a href=' javascript:x'>y</a>",
                "<script>'<a href=x>'</script>",
                "![x](https://e.org/x.png)",
            })
    void areNotReadWhereTextIsShownAsItIs(String text) {
        assertThat(links(text)).isEmpty();
    }

    @Test
    void referencesCountWhereTheyAreUsed() {
        assertThat(links("[a][e] [e] ![i][e] [no]\n\n[e]: elm.md\n"))
                .isEqualTo("path elm.md, path elm.md, path elm.md !");
    }

    @Test
    void barInATableIsEscaped() {
        assertThat(links("|a|b|\n|-|-|\n|[[elm\\|Elm]]|![[oak.png\\|40]]|\n")).isEqualTo("wiki elm, wiki oak.png !");
    }

    @Test
    void wikilinkInsideALinkIsItsText() {
        assertThat(links("[see [[elm]] #tag](oak.md)")).isEqualTo("path oak.md");
    }

    @Test
    void pictureInsideALinkIsALinkOfItsOwn() {
        assertThat(links("[![[elm.png]]](oak.md)")).isEqualTo("path oak.md, wiki elm.png !");
    }

    @Test
    void spansAreOffsetsAndLinesOfTheWholeFile() {
        String text = "\uFEFF---\r\ntitle: x\r\n---\r\nA\r\n> b [[elm]]\r\n";
        Link link = Fixture.note(text).links().getFirst();
        assertThat(text.substring(link.span().start(), link.span().end())).isEqualTo("[[elm]]");
        assertThat(link.span().line()).isEqualTo(5);
    }

    @Test
    void rememberTheHeadingAbove() {
        assertThat(Fixture.note("[[a]]\n# One\n[[b]]\n## Two [[c]]\n").links().stream()
                        .map(link -> ((Link.Local) link).place().heading()))
                .containsExactly(-1, 0, 1);
    }

    private static String links(String text) {
        return Fixture.note(text).links().stream().map(LinksTest::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Link link) {
        return switch (link) {
            case Link.WikiLink wiki -> "wiki " + local(wiki);
            case Link.PathLink path -> "path " + local(path);
            case Link.ExternalLink external -> "external " + external.url();
        };
    }

    private static String local(Link.Local link) {
        return link.target()
                + (link.fragment().isEmpty() ? "" : " # " + link.fragment())
                + (link.isEmbed() ? " !" : "");
    }
}
