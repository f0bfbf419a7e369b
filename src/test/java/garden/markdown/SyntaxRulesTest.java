package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Note;
import garden.note.SoftBreaks;
import garden.text.PercentCode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a rule of CommonMark 0.31, of GitHub's specification or of Obsidian decides, and flexmark decides otherwise. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SyntaxRulesTest {

    /** CommonMark, sections 2.2 and 4.5: a tab is as wide as it reaches, and may be taken in part. {@code →} is a tab. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "- a⏎⏎→```⏎→code⏎→```⏎- b => code⏎",
                "- a⏎⏎→```⏎→→code⏎→```⏎- b => →code⏎",
                "- a⏎⏎  ```⏎→code⏎  ``` => ··code⏎",
                "1. a⏎⏎→~~~⏎→co→de⏎→ x⏎→~~~ => co→de⏎ x⏎",
                "- a⏎→- b⏎⏎→→```⏎→→code⏎→→``` => code⏎",
                "> - a⏎>⏎>→```⏎>→code⏎>→``` => code⏎",
                "```⏎→code⏎``` => →code⏎",
                "x⏎⏎  ```⏎ a⏎→b⏎  ``` => a⏎··b⏎",
            })
    void tabBeforeCodeInFencesIsTakenAsFarAsTheFence(String text, String code) {
        String html = html(text.replace('→', '\t'));
        assertThat(html)
                .contains("<pre><code>"
                        + code.replace("⏎", "\n").replace('→', '\t').replace('·', ' ') + "</code></pre>");
    }

    /** CommonMark, section 4.6: the seventh kind of HTML block cannot interrupt a paragraph, in a list item either. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "- a⏎<img src=b.png />⏎*c* => <em>c</em>",
                "- a⏎  <img src=b.png />⏎  *c* => <em>c</em>",
                "> a⏎<br>⏎*c* => <em>c</em>",
                "a⏎<span>⏎*c* => <em>c</em>",
                "1. a⏎</b>⏎*c* => <em>c</em>",
                "a⏎<div>⏎*c* => *c*",
                "<br>⏎*c* => *c*",
                "- a⏎⏎<br>⏎*c* => *c*",
            })
    void singleTagEndsNoParagraph(String text, String shown) {
        assertThat(html(text)).contains(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "$$⏎a⏎⏎b⏎$$ so *c*⏎⏎$$⏎d⏎$$ => [a⏎⏎b][d] so <em>c</em>",
                "$$⏎- a⏎$$ b $$c$$ d => [- a][c] b",
                "$$a⏎# b$$, c⏎⏎$$d$$ => [a⏎# b][d] , c",
                "> $$⏎> a⏎> $$ b⏎⏎$$c$$ => [a][c] b",
                "- $$⏎  - a⏎  $$ b⏎- $$c$$ => [- a][c] b",
            })
    void mathThatWordsFollowEndsThere(String text, String expected) {
        String html = html(text);
        String math = html.replaceAll("(?s).*?<(span|div) class=\"math display\">(.*?)</\\1>", "[$2]");
        String shown = expected.replace("⏎", "\n");
        assertThat(math.substring(0, math.lastIndexOf(']') + 1))
                .isEqualTo(shown.substring(0, shown.lastIndexOf(']') + 1));
        assertThat(html).contains(shown.substring(shown.lastIndexOf(']') + 2)).doesNotContain("$$");
    }

    /** No white space just inside the pair, nothing else asked. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "==高亮，==文字 => <mark>高亮，</mark>文字",
                "a==(b)==c => a<mark>(b)</mark>c",
                "==**x**==y => <mark><strong>x</strong></mark>y",
                "a~~(b)~~c => a<del>(b)</del>c",
                "文~~「删」~~字 => 文<del>「删」</del>字",
                "~~a.~~b ==c!==d => <del>a.</del>b <mark>c!</mark>d",
                "== a== ==b == => §== a== ==b ==§",
                "a == b == c => a == b == c",
                "~~ a~~ => ~~ a~~",
                "a === b === c => a === b === c",
                "`==a==` => <code>==a==</code>",
                "==a b== => <mark>a b</mark>",
            })
    void signsMarkWhatHasNoSpaceJustInside(String text, String html) {
        assertThat(Jsoup.parse(html(text)).body().html()).isEqualTo("<p>" + html.replace("§", "") + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "> [!note] ## A *b* => A <em>b</em>",
                "> [!note]- ###### A => A",
                "> [!note] #tag A => <a class=\"internal tag\"",
                "> [!note] ####### A => ####### A",
                "> [!note] #A => <a",
            })
    void headingInATitleOfACalloutShowsNoSigns(String text, String title) {
        assertThat(html(text)).contains("callout-title\">" + title.replace("internal tag", "tag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "[[[x]]] => [<a class=\"internal\" href=\"/x\">x</a>]",
                "a [[[x|y]]] b => a [<a class=\"internal\" href=\"/x\">y</a>] b",
                "[[a [b]]] => <a class=\"internal\" href=\"/a%20%5Bb%5D\">a [b]</a>",
                "[[x]]] => <a class=\"internal\" href=\"/x\">x</a>]",
            })
    void linkInBracketsIsALinkInBrackets(String text, String html) {
        assertThat(html(text)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @CsvSource({"Note,nOTE", "Straße,STRASSE", "ΣΑΣ,σας", "ẞ,ss", "É,é"})
    void footnoteLabelsCompareWithoutCase(String written, String defined) {
        assertThat(html("a[^" + written + "]⏎⏎[^" + defined + "]: B")).contains("href=\"#fn:1\">1</a></sup>", "B <a");
    }

    @Test
    void partOfANumberedListKeepsItsNumber() {
        String text = "3. a\n4. b ^id\n   - c ^sub\n5. d\n";
        assertThat(part(text, "^id")).startsWith("<ol start=\"4\"><li id=\"^id\">b");
        assertThat(part(text, "^sub")).startsWith("<ul><li id=\"^sub\">c");
        assertThat(part("1. a\n1. b\n1. c ^x\n", "^x")).startsWith("<ol start=\"3\">");
    }

    /** GitHub's specification, section 4.10: an escaped bar is a bar, whatever it stands in. */
    @Test
    void escapedBarInACellIsABarInEverything() {
        String table = """
            |a|
            |-|
            |$\\|x\\|$|
            |https://e.org/?a\\|b|
            |[[elm\\|E]]|
            |`a\\|b`|
            |x\\|y|
            |[z](elm.md "a\\|b")|
            """;
        assertThat(Fixture.html(table))
                .contains(
                        "<span class=\"math inline\">|x|</span>",
                        ">https://e.org/?a|b</a>",
                        "href=\"/elm\">E</a>",
                        "<code>a|b</code>",
                        "<td>x|y</td>",
                        "title=\"a|b\"");
        assertThat(Fixture.html("$\\|x\\|$ https://e.org/a\\|b")).contains("\\|x\\|", "a\\|b</a>");
    }

    /** GitHub's specification, section 6.9. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "https://e.org/a_b_c*d*e => https://e.org/a_b_c*d*e",
                "https://e.org/[a]{b}|c => https://e.org/[a]{b}|c",
                "https://e.org/a\"b\" c => https://e.org/a\"b",
                "https://e.org/路径、文 c => https://e.org/路径、文",
                "(https://e.org/a_(b)) => https://e.org/a_(b)",
                "https://e.org/a?! => https://e.org/a",
                "https://e.org/a&amp; => https://e.org/a",
                "https://e.org/a;b; => https://e.org/a;b",
                "**https://e.org/a** => https://e.org/a",
                "==https://e.org/a== => https://e.org/a",
                "https://e.org/?a=b== => https://e.org/?a=b==",
                "~~https://e.org/a~~ => https://e.org/a",
                "https://e.org/a<b => https://e.org/a",
                "https://e.org/#tag => https://e.org/#tag",
                "https://e.org/==a==b => https://e.org/==a==b",
                "https://e.org/[[a]] => https://e.org/[[a]]",
                "https://e.org/`a` => https://e.org/`a`",
                "www.e.org/a*b* => http://www.e.org/a*b",
                "文字https://e.org => §§",
                "。https://e.org/a => https://e.org/a",
                "http://localhost:8080/a => http://localhost:8080/a",
                "[a https://e.org/b] => https://e.org/b",
                "[[a]] https://e.org/b_c_ => https://e.org/b_c",
                "https://a_b.e_f.org => §§",
                "xhttps://e.org => §§",
                "git://e.org/a => git://e.org/a",
                "a.b@e.org => mailto:a.b@e.org",
                "https://e.org/$a$ => https://e.org/$a$",
                "https:// => §§",
                "www. => §§",
            })
    void bareAddressRunsToWhiteSpace(String text, String address) {
        Note note = Fixture.note(text);
        assertThat(note.links().stream()
                        .filter(link -> link instanceof garden.note.Link.ExternalLink)
                        .map(link -> ((garden.note.Link.ExternalLink) link).url())
                        .toList())
                .isEqualTo(
                        address.replace("§", "").isEmpty()
                                ? java.util.List.of()
                                : java.util.List.of(PercentCode.encodeUrl(address)));
    }

    @Test
    void pictureHasItsTitleAndAnAlternative() {
        assertThat(html("![a](b.png \"T\")")).contains("alt=\"a\" title=\"T\"");
        assertThat(html("![a](https://e.org/b.png 'T')")).contains("alt=\"a\" title=\"T\"");
        assertThat(html("![a][r]⏎⏎[r]: b.png (T)")).contains("alt=\"a\" title=\"T\"");
        assertThat(html("![[x/b.png]] ![[b.png|40]]"))
                .contains("src=\"/x/b.png\" alt=\"b.png\"", "alt=\"b.png\" width=\"40\"");
        assertThat(html("![[b.png|c]] ![](b.png)"))
                .contains("alt=\"c\"", "alt=\"\"")
                .doesNotContain("title");
    }

    private static String part(String text, String part) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return Fixture.MARKDOWN
                .render(Fixture.note(text), new Rendering(part, SoftBreaks.AS_SPACES), content, new Fixture.Targets())
                .html();
    }

    private static String html(String text) {
        return Fixture.html(text.replace("⏎", "\n"));
    }
}
