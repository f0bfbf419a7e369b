package garden.markdown.text;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Fixture;
import garden.note.Heading;
import garden.note.Note;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An author's own anchors: what is a place, and what may not be one. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AuthorAnchorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "a <a name=\"x\"></a>b => <p>a <a id=\"x\"></a>b</p>",
                "a <a id=\"x\"></a>b => <p>a <a id=\"x\"></a>b</p>",
                "a <span id=x>b</span> => <p>a <span id=\"x\">b</span></p>",
                "<div id='x'>b</div> => <div id=\"x\">b</div>",
                "<h2 id=\"x\">b</h2> => <h2 id=\"x\">b</h2>",
                "- a <a name=x href=elm.md>b</a> => <ul><li>a <a id=\"x\" href=\"/elm.md\""
                        + " class=\"internal\">b</a></li></ul>",
                "# <a name=\"x\"></a>B => <h2 id=\"b\"><a id=\"x\"></a>B</h2>",
                "> |a <a id=x></a>|⏎> |-| => §§",
            })
    void idInHtmlIsAPlace(String text, String html) {
        Note note = Fixture.note(text.replace("⏎", "\n"));
        assertThat(note.places()).containsExactly("x");
        assertThat(Fixture.html(text.replace("⏎", "\n"))).contains(html.isEmpty() ? "<a id=\"x\">" : html);
    }

    /** The page's own ids, those of what Garden makes, a heading's, and what could break out of an attribute. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a id=content></a>",
                "<div id=\"query\"></div>",
                "<span id=suggestions></span>",
                "<a name=\"fn:1\"></a>",
                "<a name=\"fnref:1\"></a>",
                "<a name=\"^b\"></a>",
                "<a id=diagram-1></a>",
                "<a id=ddiagram-1></a>",
                "<a id=\"a b\"></a>",
                "<a id=\"\"></a>",
                "<img name=x src=elm.png>",
                "</a id=x>",
                "`<a id=x>`",
                "%%<a id=x></a>%%",
                "## X\n\n<a id=x></a>",
            })
    void otherIdsAreNone(String text) {
        assertThat(Fixture.note(text).places()).isEmpty();
        assertThat(Fixture.html(text).replace("<h2 id=\"x\">", "")).doesNotContain("id=", "name=");
    }

    @Test
    void idIsGivenOnce() {
        String text = "<a id=x></a>a\n\n<a name=x></a>b\n\n<b id=X>c</b>";
        assertThat(Fixture.note(text).places()).containsExactly("x", "X");
        assertThat(Fixture.html(text)).isEqualTo("<p><a id=\"x\"></a>a</p>\n<p><a></a>b</p>\n<p><b id=\"X\">c</b></p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "## One {#x} => x One",
                "## *One* {#x-1_2_3} ## => x-1_2_3 One",
                "One {#x}⏎--- => x One",
                "## {#x} => x §§",
                "## One{#x} => onex One{#x}",
                "## One {x} => one-x One {x}",
                "## One `{#x}` => one-x One {#x}",
                "## One \\{#x} => one-x One {#x}",
                "> - ## One {#x} => x One",
            })
    void headingMayNameItself(String text, String expected) {
        Heading heading = Fixture.note(text.replace("⏎", "\n")).headings().getFirst();
        assertThat(heading.anchor() + " " + heading.text()).isEqualTo(expected.replace("§", ""));
        assertThat(Fixture.html(text.replace("⏎", "\n"))).contains("id=\"" + heading.anchor() + "\"");
    }

    @Test
    void chosenAnchorsDifferToo() {
        List<String> anchors = new ArrayList<>();
        Fixture.note("## A {#x}\n## B {#x}\n## X\n## C {#c}\n## C\n").headings().forEach(h -> anchors.add(h.anchor()));
        assertThat(anchors).containsExactly("x", "b", "x-1", "c", "c-1");
    }

    /** Every id of a template is out of an author's reach. */
    @Test
    void idsOfThePageAreItsOwn() throws Exception {
        List<String> ids = new ArrayList<>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\\bid=\"([^\"$]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(id -> ids.add(id.group(1)));
            }
        }
        assertThat(ids).isNotEmpty().isSubsetOf(AuthorAnchors.OF_THE_PAGE);
    }
}
