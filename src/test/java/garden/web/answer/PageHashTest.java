package garden.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSS Text 3, 4.1: which white space a browser shows. */
class PageHashTest {

    private static final String OAK = "<p>An oak.</p>";

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"<p>An  oak.</p>", "<p> An oak.</p>", "<p>An oak. </p>", "<p>An⏎oak.⏎</p>", "⏎<p>An oak.</p>  "})
    void whatNoBrowserShowsDoesNotCount(String html) {
        assertThat(hash(html)).isEqualTo(hash(OAK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<p>An oak.</p>|<p>Anoak.</p>",
                "<p>An <b>oak</b>.</p>|<p>An<b>oak</b>.</p>",
                "<p>An <b>oak</b> .</p>|<p>An <b>oak</b>.</p>",
                "<pre>a  b</pre>|<pre>a b</pre>",
                "<pre>a⏎</pre>|<pre>a</pre>",
                "<p><code>a  b</code></p>|<p><code>a b</code></p>",
                "<pre>a</pre><p>b</p>|<p>a</p><pre>b</pre>",
                "<span class=\"math inline\">a%b⏎c</span>|<span class=\"math inline\">a%b c</span>",
                "<p title=\"a  b\">c</p>|<p title=\"a b\">c</p>",
                "<p>x</p><textarea> a</textarea>|<p>x</p><textarea>a</textarea>"
            })
    void whatABrowserShowsCounts(String html, String other) {
        assertThat(hash(html)).isNotEqualTo(hash(other));
    }

    /** Of a page that a template makes, so never; and nothing that fails. */
    @Test
    void whatIsCutOffHasAHash() {
        assertThat(hash("<p")).hasSize(16);
        assertThat(hash("<pre>a")).hasSize(16);
        assertThat(hash("<")).hasSize(16);
        assertThat(hash("<pre")).hasSize(16);
    }

    private static String hash(String html) {
        return PageHash.of(html.replace('⏎', '\n'));
    }
}
