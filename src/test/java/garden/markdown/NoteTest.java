package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.Heading;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Span;
import garden.note.Tag;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NoteTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "#tag => tag",
                "a #tag, b => tag",
                "#a/b #A/b => a/b A/b",
                "#a/ #/b #a//b => a",
                "#ünï #日本 #🌱seed #👩‍🌾 => ünï 日本 🌱seed 👩‍🌾",
                "#y1984 #1984 #19/84 => y1984",
                "#snake_case-x.y => snake_case-x",
                "a#b (#c) &#35;d \\#e # f => ``",
                "https://e.org/#f [#g](x) `#h` [[#i]] => ``",
                "*#no* **x** #yes => yes",
                "## #in-heading ## => in-heading",
            })
    void tagsFollowObsidian(String text, String tags) {
        assertThat(Fixture.note(text).tags())
                .containsExactlyElementsOf(Arrays.stream(tags.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Tag::new)
                        .toList());
    }

    @Test
    void tagsOfTheFrontMatterComeFirst() {
        assertThat(Fixture.note("---\ntags: [z, b]\n---\n#a #b").tags())
                .containsExactly(new Tag("z"), new Tag("b"), new Tag("a"));
    }

    @Test
    void headingsKeepLevelTextAnchorAndPlace() {
        assertThat(Fixture.note("---\na: b\n---\n# *One* [[elm|two]]\n\nThree\n---\n")
                        .headings())
                .containsExactly(
                        new Heading(1, "One two", "*One* [[elm|two]]", "one-two", new Span(13, 32, 4)),
                        new Heading(2, "Three", "", "three", new Span(34, 43, 6)));
    }

    @Test
    void textHasALineForEachBlockAndNoMarkup() {
        assertThat(Fixture.parsed("""
            ---
            title: x
            ---
            # A *b*

            c [[d|e]]
            f &amp; `g`
            - h
              - i ![alt](j.png)

            > k

            ```java
            l < m;

            n
            ```

            |o|p|
            |-|-|
            |q|r|

            <div>s <b>t</b> &lt;</div>
            <!-- no -->

            %%no%%

            u[^1]

            [^1]: v
            """).text()).isEqualTo("""
                A b
                c e f & g
                h
                i alt
                k
                l < m;

                n
                o · p
                q · r
                s t <
                u
                v
                """);
    }

    @Test
    void summaryIsTheFirstProse() {
        assertThat(Fixture.note("# H\n\n```\ncode\n```\n\n|a|\n|-|\n|b|\n\nOne [[two]].\n\nThree.")
                        .summary())
                .isEqualTo("One two. Three.");
    }

    @Test
    void summaryIsTheDescriptionWhenThereIsOne() {
        assertThat(Fixture.note("---\ndescription: D\n---\nOne.").summary()).isEqualTo("D");
    }

    @Test
    void summaryIsCutAtAWord() {
        String summary = Fixture.note("word ".repeat(100)).summary();
        assertThat(summary).hasSizeBetween(290, 300).endsWith("word…");
    }

    @Test
    void wordsAreCountedInAnyScript() {
        Note note = Fixture.note("# One two\n\nIt's 3 – four-five.\n\n日本語\n\n```\nnot code\n```\n");
        assertThat(note.words()).isEqualTo(2 + 3 + 3);
    }

    @Test
    void indexOfAFolderIsCalledAsTheFolder() {
        assertThat(title("trees/index.md")).isEqualTo("trees");
        assertThat(title("a/_index.md")).isEqualTo("a");
        assertThat(title("index.md")).isEqualTo("index");
        assertThat(title("trees/Index.md")).isEqualTo("Index");
    }

    private static String title(String path) {
        try (Markdown markdown = new Markdown(MarkdownLimits.DEFAULT)) {
            BlobId blob = new BlobId("0".repeat(40));
            return markdown.parse(new NotePath(path), blob, new byte[0]).note().title();
        }
    }
}
