package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Heading;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RenderTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "[[elm]] => <p><a class=\"internal\" href=\"/elm\">elm</a></p>",
                "[[a/b#c|d < e]] => <p><a class=\"internal\" href=\"/a/b#c\">d &lt; e</a></p>",
                "[[elm#Bark]] => <p><a class=\"internal\" href=\"/elm#Bark\">elm &gt; Bark</a></p>",
                "[*x*](elm.md \"T\") => <p><a class=\"internal\" href=\"/elm.md\" title=\"T\"><em>x</em></a></p>",
                "[[missing]] => <p><a class=\"internal broken\" href=\"/missing\" title=\"no note named"
                        + " &#34;missing&#34;\">missing</a></p>",
                "[[gone]] => <p><span class=\"internal broken\" title=\"no note named &#34;gone&#34;\">gone</span></p>",
                "[[two]] => <p><a class=\"internal ambiguous\" href=\"/a/two\" title=\"ambiguous: a/two.md,"
                        + " b/two.md\">two</a></p>",
                "[x](elm.pdf) => <p><a class=\"internal file\" href=\"/elm.pdf\">x</a></p>",
                "[x](https://e.org) => <p><a class=\"external\" href=\"https://e.org\" rel=\"noopener\">x</a></p>",
                "https://e.org => <p><a class=\"external\" href=\"https://e.org\""
                        + " rel=\"noopener\">https://e.org</a></p>",
                "[x](javascript:alert) => <p>x</p>",
                "#a/b c => <p><a class=\"tag\" href=\"/tags/a/b\">#a/b</a> c</p>",
                "$5 and $6 => <p>$5 and $6</p>",
                "a %%no%% b => <p>a  b</p>",
                "a <!-- no --> b => <p>a  b</p>",
                "{{ jinja }} => <p>&#123;{ jinja }}</p>",
                "{{{{x}}}} {{{y => <p>&#123;&#123;&#123;{x}}}} &#123;&#123;{y</p>",
                "~~x~~ => <p><del>x</del></p>",
                "&#99999999; \\&#99999999; \\\\&#99999999; => <p>&amp;#99999999; &amp;#99999999; \\&amp;#99999999;</p>",
            })
    void inline(String text, String html) {
        assertThat(Fixture.html(text)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "![[elm.png]] => <img src=\"/elm.png\" alt=\"elm.png\" loading=\"eager\" />",
                "![[elm.png|360]] => <img src=\"/elm.png\" alt=\"elm.png\" width=\"360\" loading=\"eager\" />",
                "![[elm.png|an elm|360x200]] => <img src=\"/elm.png\" alt=\"an elm\" width=\"360\" height=\"200\""
                        + " class=\"sized\" loading=\"eager\" />",
                "![an *elm*](elm.png) => <img src=\"/elm.png\" alt=\"an elm\" loading=\"eager\" />",
                "![an elm|360](elm.png) => <img src=\"/elm.png\" alt=\"an elm\" width=\"360\" loading=\"eager\" />",
                "![x](https://e.org/x.png) => <img src=\"https://e.org/x.png\" referrerpolicy=\"no-referrer\""
                        + " alt=\"x\" loading=\"eager\" />",
                "![[elm.mp3]] => <audio controls=\"controls\" preload=\"none\" src=\"/elm.mp3\"></audio>",
                "![[elm.mp4|360]] => <video controls=\"controls\" preload=\"metadata\" src=\"/elm.mp4\""
                        + " width=\"360\"></video>",
                "![[elm.png|a|b|40]] => <img src=\"/elm.png\" alt=\"a|b\" width=\"40\" loading=\"eager\" />",
                "![[elm.png|40x]] => <img src=\"/elm.png\" alt=\"40x\" loading=\"eager\" />",
                "![x](https://e.org/x.mp3?a) => <audio controls=\"controls\" preload=\"none\""
                        + " src=\"https://e.org/x.mp3?a\"></audio>",
                "![x](https://e.org/x.mp4) => <video controls=\"controls\" preload=\"none\""
                        + " src=\"https://e.org/x.mp4\"></video>",
                "![[elm.pdf|300x200]] => <span class=\"pdf\"><iframe loading=\"lazy\""
                        + " src=\"/elm.pdf#navpanes&#61;0\" title=\"elm.pdf\" height=\"200\"></iframe>"
                        + "<a class=\"internal file card\" href=\"/elm.pdf\" title=\"elm.pdf\"><span"
                        + " class=\"card-title\">elm.pdf</span> <span class=\"card-kind\">pdf</span></a></span>",
                "![[a.base|All]] => <a class=\"internal file card\" href=\"/a.base\" title=\"a.base\"><span"
                        + " class=\"card-title\">All</span> <span class=\"card-kind\">base</span></a>",
                "![Talk](https://youtu.be/a-b_c) => <span class=\"video\"><a class=\"external card\""
                        + " href=\"https://youtu.be/a-b_c\""
                        + " data-player=\"https://www.youtube-nocookie.com/embed/a-b_c?autoplay&#61;1\""
                        + " rel=\"noopener\"><span class=\"card-title\">Talk</span>"
                        + " <span class=\"card-kind\">youtube.com</span></a></span>",
                "![[elm]] => <a class=\"internal\" href=\"/elm\">elm</a>",
                "![[gone.png]] => <span class=\"embed-notice\">Nothing to show: <span class=\"internal broken\""
                        + " title=\"no note named &#34;gone.png&#34;\">gone.png</span></span>",
                "![[two]] => <span class=\"embed-notice\">Several notes have this name: <a class=\"internal"
                        + " ambiguous\" href=\"/a/two\" title=\"ambiguous: a/two.md, b/two.md\">two</a></span>",
            })
    void embeds(String text, String html) {
        assertThat(Fixture.html(text)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "<kbd>K</kbd><mark>m</mark> => <kbd>K</kbd><mark>m</mark>",
                "<a href=elm.md class=x onclick=y>e</a> => <a href=\"/elm.md\" class=\"internal\">e</a>",
                "<a href=https://e.org target=_blank>e</a> => <a href=\"https://e.org\" class=\"external\""
                        + " rel=\"noopener\">e</a>",
                "<a href=javascript:x>e</a> => <a>e</a>",
                "a <img src=elm.png onerror=x> => a <img src=\"/elm.png\" loading=\"eager\""
                        + " referrerpolicy=\"no-referrer\" />",
                "a <img src=gone.png alt=elm> => a <span class=\"internal broken\" title=\"no note named"
                        + " &#34;gone.png&#34;\">elm</span>",
                "<video src=https://e.org/v.mp4></video> => <video></video>",
                "<b style=\"background:url(x)\">b</b> => <b>b</b>",
                "a <script>b</script> c => a  c",
                "a <STYLE>*b* [c](d.md)</style > e => a  e",
                "a <script>b => a b",
                "a <a data-player=https://player.vimeo.com/video/1>b</a> => a <a>b</a>",
                "a <iframe src=x></iframe><button>y</button> => a y",
                "a <b>c => a <b>c</b>",
                "a </div></main> b => a  b",
            })
    void rawHtmlIsSanitised(String text, String html) {
        assertThat(Fixture.html(text)).isEqualTo("<p>" + html + "</p>");
    }

    @Test
    void blocksOfRawHtmlKeepMarkdownInside() {
        assertThat(Fixture.html("<details><summary>S</summary>\n\n*x*\n\n</details>\n\ny"))
                .isEqualTo("<details><summary>S</summary>\n<p><em>x</em></p>\n</details>\n<p>y</p>");
    }

    @Test
    void headingsBelowTheTitleAreOneLevelDeeperWhenTheTextHasItsOwnTitles() {
        assertThat(Fixture.html("# Oak\n\n# One\n\n## Two\n\n###### Six\n\n<h1>raw</h1>"))
                .isEqualTo("<div id=\"oak\"></div>\n<h2 id=\"one\">One</h2>\n<h3 id=\"two\">Two</h3>\n"
                        + "<h6 id=\"six\">Six</h6>\n<h2>raw</h2>");
    }

    @Test
    void escapedBarInCodeIsABarInATableOnly() {
        assertThat(Fixture.html("|a|\n|-|\n|`x \\| y`|")).contains("<code>x | y</code>");
        assertThat(Fixture.html("`x \\| y`")).contains("<code>x \\| y</code>");
    }

    @Test
    void scriptsInBlocksLeaveNothing() {
        assertThat(Fixture.html("<script>\nx\n</script>\n\n<style>\ny\n</style>\n\nz <textarea>"))
                .isEqualTo("<p>z </p>");
    }

    @Test
    void headingsGetAnchorsAndTablesABox() {
        assertThat(Fixture.html("## A `b`\n## A b\n\n|x|y|\n|:-|-:|\n|1|2|\n")).isEqualTo("""
            <h2 id="a-b">A <code>b</code></h2>
            <h2 id="a-b-1">A b</h2>
            <div class="table"><table><thead><tr><th align="left">x</th><th align="right">y</th></tr></thead>\
            <tbody><tr><td align="left">1</td><td align="right">2</td></tr></tbody></table></div>\
            """);
    }

    @Test
    void firstHeadingThatRepeatsTheTitleIsNotShownTwice() {
        RenderedNote page = Fixture.rendered("%%x%%\n\n# OAK\n\ntext\n\n# Oak\n");
        assertThat(page.html().strip()).isEqualTo("<div id=\"oak\"></div>\n<p>text</p>\n<h2 id=\"oak-1\">Oak</h2>");
        assertThat(page.headings()).extracting(Heading::anchor).containsExactly("oak-1");
    }

    @Test
    void tasksAreBoxesThatCannotBeTicked() {
        assertThat(Fixture.html("- [ ] a\n- [x] b")).isEqualTo("""
            <ul><li class="task" data-task=" "><input type="checkbox" disabled="disabled" aria-label="open" /> a</li>\
            <li class="task" data-task="x"><input type="checkbox" disabled="disabled" checked="checked"\
             aria-label="done" /> <span class="over">b</span></li></ul>\
            """);
    }

    @Test
    void footnotesAreNumberedByTheirFirstReferenceAndLeadBack() {
        assertThat(Fixture.html("x[^b] y[^a] z[^b] [^c]\n\n[^a]: A\n[^b]: B\n[^d]: D"))
                .isEqualTo("""
                    <p>x<sup class="footnote" id="fnref:1"><a href="#fn:1">1</a></sup> \
                    y<sup class="footnote" id="fnref:2"><a href="#fn:2">2</a></sup> \
                    z<sup class="footnote" id="fnref:1:2"><a href="#fn:1">1</a></sup> [^c]</p>
                    <section class="footnotes">
                    <ol><li id="fn:1">
                    <p>B <a class="back" title="Back to the text" href="#fnref:1">↩</a> \
                    <a class="back" title="Back to the text" href="#fnref:1:2">↩</a></p>
                    </li><li id="fn:2">
                    <p>A <a class="back" title="Back to the text" href="#fnref:2">↩</a></p>
                    </li><li id="fn:3">
                    <p>D</p>
                    </li></ol>
                    </section>\
                    """);
    }

    @Test
    void footnoteRightAfterBracketsIsNoLink() {
        assertThat(Fixture.html("[*A*][^1]\n\n[^1]: B"))
                .startsWith("<p>[<em>A</em>]<sup class=\"footnote\" id=\"fnref:1\"><a href=\"#fn:1\">1</a></sup></p>");
    }
}
