package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkRewritingTest {

    private static final NotePath PATH = new NotePath("a.md");

    private final Markdown markdown = new Markdown(MarkdownLimits.DEFAULT);

    @AfterEach
    void close() {
        markdown.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[[elm]] ~ [[new elm]]",
                "![[elm]] ~ ![[new elm]]",
                "[[elm#bark|the elm]] ~ [[new elm#bark|the elm]]",
                "[[ elm | elm ]] ~ [[ new elm | elm ]]",
                "| [[elm\\|elm]] | ~ | [[new elm\\|elm]] |",
                "elm [[elm]] elm [[elm]] [[elms]] ~ elm [[new elm]] elm [[new elm]] [[elms]]",
                "[elm](elm) ~ [elm](new%20elm)",
                "[elm](elm#bark \"elm\") ~ [elm](new%20elm#bark \"elm\")",
                "[elm](<elm>) ~ [elm](<new%20elm>)",
                "![elm](elm) ~ ![elm](new%20elm)",
                "<a href=\"elm\">elm</a> ~ <a href=\"new%20elm\">elm</a>",
                "`[[elm]]` [[elm]] ~ `[[elm]]` [[new elm]]",
                "[[ELM]] [[elm]] ~ [[ELM]] [[new elm]]",
                "[elm](elm 'elm]') [elm] ~ [elm](new%20elm 'elm]') [elm]",
            })
    void onlyTheTargetIsWritten(String text, String rewritten) {
        check(text, "elm", "new elm", rewritten);
    }

    @Test
    void whatWasEncodedStaysSo() {
        check(
                "[x](old%20elm.md) [[old elm.md]]",
                "old elm.md", "elm (new).md", "[x](elm%20%28new%29.md) [[elm (new).md]]");
    }

    @Test
    void aDefinitionServesAllItsLinks() {
        check(
                "See [one][e] and [two][e] and [e].\n\n[e]: elm.md 'elm.md'\n[o]: oak.md\n",
                "elm.md",
                "trees/elm.md",
                "See [one][e] and [two][e] and [e].\n\n[e]: trees/elm.md 'elm.md'\n[o]: oak.md\n");
    }

    @Test
    void frontMatterIsRewrittenToo() {
        check(
                "---\nup: \"[[elm]]\"\nseen:\n  - \"[[oak]]\"\n  - \"[[elm|e]]\"\n---\n[[elm]]\r\n",
                "elm",
                "new",
                "---\nup: \"[[new]]\"\nseen:\n  - \"[[oak]]\"\n  - \"[[new|e]]\"\n---\n[[new]]\r\n");
    }

    @Test
    void whatNoLinkCanSayIsLeft() {
        LinkRewriting.Rewritten rewritten = rewrite("[[elm]] [x](elm)", "elm", "c]] d");
        assertThat(rewritten.text()).isEqualTo("[[elm]] [x](c%5D%5D%20d)");
        assertThat(rewritten.left()).extracting(Link.Local::target).containsExactly("elm");
    }

    @Test
    void aNoteOfManyLinksIsRewrittenWhole() {
        check("[[elm]] [[oak]]\n\n".repeat(500), "elm", "ulmus", "[[ulmus]] [[oak]]\n\n".repeat(500));
    }

    private LinkRewriting.Rewritten rewrite(String text, String old, String target) {
        Note note = markdown.parse(PATH, new BlobId("0".repeat(40)), text.getBytes(StandardCharsets.UTF_8))
                .note();
        Map<Link.Local, String> targets = new LinkedHashMap<>();
        note.frontMatter().links().forEach(found -> {
            if (found.link().target().equals(old)) {
                targets.put(found.link(), target);
            }
        });
        for (Link link : note.links()) {
            if (link instanceof Link.Local local && local.target().equals(old)) {
                targets.put(local, target);
            }
        }
        return new LinkRewriting(markdown, PATH).rewrite(text, targets);
    }

    private void check(String text, String old, String target, String expected) {
        LinkRewriting.Rewritten rewritten = rewrite(text, old, target);
        assertThat(rewritten.text()).isEqualTo(expected);
        assertThat(rewritten.left()).isEmpty();
    }
}
