package garden.search;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Tag;
import garden.search.Query.Clause;
import garden.search.Query.Phrase;
import garden.search.Query.Tagged;
import garden.search.Query.Under;
import garden.search.Query.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static void checkWanted(String text, Clause... clauses) {
        assertThat(Query.parse(text)).isEqualTo(new Query(List.of(clauses), List.of()));
    }

    private static void checkUnwanted(String text, Clause... clauses) {
        assertThat(Query.parse(text)).isEqualTo(new Query(List.of(), List.of(clauses)));
    }

    @Test
    void wordsAreApartBySpace() {
        checkWanted(" H100\t HBM\u3000x\0y ", new Word("H100"), new Word("HBM"), new Word("x"), new Word("y"));
    }

    @Test
    void quotesMakeAPhrase() {
        checkWanted("\"tensor cores\"a", new Phrase("tensor cores"), new Word("a"));
        checkWanted("“tensor cores”", new Phrase("tensor cores"));
    }

    @Test
    void quoteWithoutEndIsPartOfItsWord() {
        checkWanted("\"tensor cores", new Word("\"tensor"), new Word("cores"));
        checkWanted("5\" disk", new Word("5\""), new Word("disk"));
    }

    @Test
    void minusExcludes() {
        checkUnwanted(
                "-oak -\"old elm\" -#usa -tag:doe -path:x/",
                new Word("oak"),
                new Phrase("old elm"),
                new Tagged(new Tag("usa")),
                new Tagged(new Tag("doe")),
                new Under("x/"));
        checkWanted("Llama-3.1", new Word("Llama-3.1"));
    }

    @Test
    void wordWithADashAloneIsLookedFor() {
        checkWanted("-Xmx", new Word("Xmx"));
        assertThat(Query.dashed(" -Xmx ")).contains("Xmx");
        assertThat(Query.dashed("-Xmx heap")).isEmpty();
        assertThat(Query.dashed("Xmx")).isEmpty();
        checkUnwanted("-Xmx -Xms", new Word("Xmx"), new Word("Xms"));
        checkUnwanted("-\"Xmx\"", new Phrase("Xmx"));
    }

    @Test
    void wordWithTwoDashesIsAWord() {
        checkWanted("--no-verify", new Word("--no-verify"));
        checkWanted("commit --no-verify", new Word("commit"), new Word("--no-verify"));
        assertThat(Query.dashed("--no-verify")).isEmpty();
    }

    @Test
    void tagsAreWrittenEitherWay() {
        Tagged tagged = new Tagged(new Tag("usa/doe"));
        checkWanted("#usa/doe tag:usa/doe TAG:#usa/doe/ tag:\"usa/doe\"", tagged, tagged, tagged, tagged);
    }

    @Test
    void whatIsNoTagIsAWord() {
        checkWanted(
                "C# #a//b tag:a b tag:",
                new Word("C#"),
                new Word("#a//b"),
                new Tagged(new Tag("a")),
                new Word("b"),
                new Word("tag:"));
    }

    @Test
    void pathMayBeQuotedAndMayBeginWithASlash() {
        checkWanted("path:\"my papers/\" path:/x/", new Under("my papers/"), new Under("x/"));
    }

    @Test
    void otherSignsArePartOfWords() {
        checkWanted(
                "title:x AND (a* b~2)^3 [1 TO 2]",
                new Word("title:x"),
                new Word("AND"),
                new Word("(a*"),
                new Word("b~2)^3"),
                new Word("[1"),
                new Word("TO"),
                new Word("2]"));
    }

    @Test
    void loneSignsAreNothing() {
        assertThat(Query.parse("- -- \"\" # + * ~ : -\"\" path: -path:").isEmpty())
                .isTrue();
    }

    @Test
    void longTextIsCut() {
        assertThat(Query.parse("a ".repeat(5_000)).wanted()).hasSize(Query.MAX_CLAUSES);
        assertThat(Query.parse("a".repeat(10_000)).wanted()).containsExactly(new Word("a".repeat(Query.MAX_LENGTH)));
    }
}
