package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Note;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers are not meant to see: where it begins and ends, in every block alike. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HiddenTextTest {

    /** {@code ⏎} is a line end. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "para %% hid⏎%%⏎⏎para2⏎%% x %% tail => <p>para </p>⏎<p>para2⏎ tail</p>",
                "a⏎⏎%%⏎hid⏎%% tail => <p>a</p>⏎<p> tail</p>",
                "a⏎%%⏎hid⏎%%⏎b => <p>a</p>⏎<p>b</p>",
                "a⏎%% hid %%⏎b => <p>a⏎⏎b</p>",
                "> a %% hid⏎> hid %% b⏎> c => <blockquote>⏎<p>a  b⏎c</p>⏎</blockquote>",
                "> a %% hid⏎⏎hid %% b => <blockquote>⏎<p>a  b</p>⏎</blockquote>",
                "> %%⏎> hid⏎> %% b => <blockquote>⏎<p> b</p>⏎</blockquote>",
                "> [!tip] T %% hid⏎> hid %%⏎> b => <div class=\"callout\" data-callout=\"tip\">⏎"
                        + "<p class=\"callout-title\">T </p>⏎<p>b</p>⏎</div>",
                "- a %% hid⏎- hid⏎⏎hid %% b⏎- c => <ul><li>a  b</li><li>c</li></ul>",
                "1. %%⏎   hid⏎   %%⏎   b => <ol><li>b</li></ol>",
                "# A %% hid⏎# hid %% b⏎c => <h2 id=\"a-b\">A  b</h2>⏎<p>c</p>",
                "a %% `hid %% b` => <p>a  b&#96;</p>",
                "`a %% b` c %% hid %% d => <p><code>a %% b</code> c  d</p>",
                "``a ` %% b`` %% hid⏎⏎%% c => <p><code>a &#96; %% b</code>  c</p>",
                "a \\% %% hid %% b => <p>a %  b</p>",
                "[a](b%%hid%%c) => <p><a class=\"internal\" href=\"/bc\">a</a></p>",
                "[[a%%hid%%b]] => <p><a class=\"internal\" href=\"/ab\">ab</a></p>",
                "[a](b `c%%hid%%d`) => <p>[a](b <code>c%%hid%%d</code>)</p>",
                "<b title='x%%hid%%y'>a</b> => <p><b title=\"xy\">a</b></p>",
                "a %% hid <!-- %% b --> c => <p>a  b --&gt; c</p>",
                "a <!-- hid %% hid --> b %% hid %% c => <p>a  b  c</p>",
                "<div>⏎```⏎</div>⏎⏎a %% hid %% b => <div>⏎&#96;&#96;&#96;⏎</div>⏎<p>a  b</p>",
                "<div>a %% hid⏎⏎hid %% b</div> => <div>a  b</div>",
                "a⏎%%⏎⏎hid => <p>a</p>",
                "> a⏎> %% hid⏎⏎hid => <blockquote>⏎<p>a</p>⏎</blockquote>",
                "5%% more => <p>5%% more</p>",
                "a %% hid %% b %% c => <p>a  b %% c</p>",
                "| a %% hid | hid %% b | c |⏎|-|-| => <div class=\"table\"><table><thead><tr><th>a "
                        + " b</th><th>c</th></tr></thead></table></div>",
            })
    void remarksEndAtTheNextMark(String text, String html) {
        assertThat(html(text)).isEqualTo(html.replace("⏎", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```⏎%% shown⏎⏎%% shown⏎```",
                "- ~~~⏎  %% shown⏎⏎  %% shown⏎  ~~~⏎- a",
                "> ```⏎> %% shown⏎> %% shown",
                "a⏎⏎    %% shown⏎⏎    %% shown",
                "- a⏎⏎      %% shown⏎⏎      %% shown",
                "$$⏎%% shown⏎%% shown⏎$$",
                "<pre>⏎%% shown⏎⏎%% shown⏎</pre>",
                "`a⏎b %% shown %%`",
                "[^1] ⏎⏎[^1]: b⏎⏎        %% shown⏎⏎        %% shown",
            })
    void codeAndMathShowTheSigns(String text) {
        assertThat(html(text).split("%%", -1)).hasSize(3);
        assertThat(html(text)).contains("shown");
        assertThat(ReadableText.hidden(text.replace("⏎", "\n")).parts()).isEmpty();
    }

    /** What looks like code and is none: a line that a list, a quotation, a footnote or a paragraph takes on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a⏎    %%hid%% b",
                "- a⏎⏎    %%hid%% b",
                "[^1]: b⏎⏎    %%hid%%⏎⏎x[^1]",
                "> ```⏎> x⏎%%hid%% b",
                "- ```⏎  x⏎%%hid%% b",
                "`a⏎⏎%%hid%% b`",
                "a ``` b⏎%%hid%%",
                "``` a`b⏎%%hid%%",
                "> a⏎    %%hid%%",
                "a⏎<img src=b.png>⏎`%%hid%%⏎⏎%%hid%%`",
                "- a⏎<img src=b.png>⏎`x`%%hid⏎⏎hid%%",
                "* * *⏎    a⏎⏎%%hid%%",
                "1. a⏎2)    b⏎⏎       %%hid%%",
                "-⏎⏎a %%hid%%",
                "\t- a⏎%%hid%%",
                "- \ta⏎⏎\tb %%hid%%",
                "$a $b %%hid%% c $ d",
                "x⏎$$ y %%hid⏎⏎hid%%",
            })
    void whatLooksLikeCodeAndIsNoneHidesThem(String text) {
        Note note = Fixture.note(text.replace("⏎", "\n"));
        assertThat(html(text)).doesNotContain("hid", "%%");
        assertThat(Fixture.parsed(text.replace("⏎", "\n")).text()).doesNotContain("hid");
        assertThat(note.summary()).doesNotContain("hid");
        assertThat(ReadableText.of(text.replace("⏎", "\n"))).doesNotContain("hid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "---⏎a: %%b%%⏎---⏎c %%d%% e => ---⏎a: %%b%%⏎---⏎c  e",
                "a %% b⏎c %% d => a ⏎ d",
                "a <!-- b⏎c --> d => a ⏎ d",
                "a⏎<!-- b⏎⏎c --> d⏎e => a⏎⏎⏎ d⏎e",
                "a <!-- b⏎⏎c --> d => a <!-- b⏎⏎c --> d",
                "<!-- a⏎b => ⏎",
                "`<!-- a -->` b => `<!-- a -->` b",
                "```⏎<!-- a -->⏎<script>b</script>⏎```⏎<script>c</script>d => ```⏎<!-- a -->⏎<script>b</script>⏎```⏎d",
                "<script>⏎a⏎⏎b⏎</SCRIPT>⏎c => ⏎⏎⏎⏎⏎c",
                "a <style>b</style> c => a  c",
                "a <script>b => a <script>b",
                "<div>⏎<template>a</template>⏎</div> => <div>⏎⏎</div>",
                "<!-->a --> b => a --> b",
                "<?php a ?> b => § b§",
                "<?php⏎a⏎⏎a⏎?>⏎b => ⏎⏎⏎⏎⏎b",
                "c <?php a ?> b => c  b",
                "c <? a⏎⏎b => c <? a⏎⏎b",
                "<![CDATA[a⏎a]]>⏎b => ⏎⏎b",
                "c <![CDATA[a]]> b => c  b",
                "`<? a ?>` b => `<? a ?>` b",
            })
    void readableIsWithoutThem(String text, String readable) {
        assertThat(ReadableText.of(text.replace("⏎", "\n"))).isEqualTo(readable.replace("⏎", "\n"));
    }

    /** What is hidden in the source is what the page does not show, and no more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?php hid ?>",
                "a <?php hid ?> b",
                "a <?php⏎hid ?> b",
                "<?php⏎hid⏎⏎hid ?>",
                "> <? hid⏎> ?>",
                "- <? hid ?>",
                "a <? hid⏎⏎b",
                "<? hid⏎⏎b",
                "<![CDATA[hid]]>",
                "a <![CDATA[hid]]> b",
                "a <![CDATA[⏎hid⏎]]> b",
                "a <![CDATA[hid",
                "a <!-- hid --> b",
                "`<? hid ?>`",
                "<div><? hid ?></div>",
                "| <? hid ?> |⏎|-|",
                "# <? hid ?> b",
            })
    void sourceHidesWhatThePageHides(String text) {
        assertThat(ReadableText.of(text.replace("⏎", "\n")).contains("hid"))
                .isEqualTo(html(text).contains("hid"));
    }

    @Test
    void carriageReturnsAreLineEnds() {
        assertThat(Fixture.html("> a\r\n> %%\r\n> hid\r\n> %%\r\n> b\r\n\r\nc"))
                .isEqualTo("<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>");
    }

    @Test
    void noteThatIsShownAsTextHidesThemToo() {
        String text = "a %%hid%% b <!-- hid --> c\n" + ">".repeat(200);
        assertThat(html(text)).contains("a  b  c").doesNotContain("hid");
        assertThat(Fixture.parsed(text).text()).contains("a b c").doesNotContain("hid");
    }

    @Test
    void signsThatStandForRemarksAreNoneInANote() {
        assertThat(Fixture.html("a\uFDD0b \uFDD1c\n\n\uFDD1d"))
                .isEqualTo("<p>a&#xfffd;b &#xfffd;c</p>\n<p>&#xfffd;d</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%",
                "%% a\n",
                "%%\n\n",
                "a %%\n",
                "# a %%\n%% ",
                "a\n%%\nb\n%%\n",
                "`%%",
                "``` %%\n",
                "> %%\n\n",
                "- %%\n",
                "| %%\n",
                "<!-- %% ",
                "<script> %%\n",
                "<? %%\n",
                "<? ",
                "<![CDATA[ %%",
                "<div>\n%%\n\n",
                "$ %%\n",
                "$$ %%\n",
                "\\%%",
                "[^\n",
                "[^a\n\n",
                "[^a: b\n",
            })
    void manyOfThemEnd(String piece) {
        String text = piece.repeat(100_000);
        assertThat(ReadableText.hidden(text).parts().size()).isLessThanOrEqualTo(100_000);
        assertThat(ReadableText.of("> - ".repeat(1_000) + text).length()).isLessThanOrEqualTo(text.length() + 4_000);
    }

    private static String html(String text) {
        return Fixture.html(text.replace("⏎", "\n"));
    }
}
