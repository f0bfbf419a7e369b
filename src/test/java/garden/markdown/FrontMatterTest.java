package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.FrontMatter;
import garden.note.Link;
import garden.note.Note;
import garden.note.Problem;
import garden.note.Property;
import garden.note.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FrontMatterTest {

    @Test
    void everyKeyIsRead() {
        FrontMatter frontMatter = read("""
            title: The oak
            aliases: [Quercus, 7]
            tags: [trees/oak, "#wood"]
            description: A tree.
            draft: true
            publish: no
            unlisted: "yes"
            date: 2024-05-01
            updated: 2024-05-02T10:30:00+02:00
            enableToc: false
            other: {a: [b]}
            """);
        assertThat(frontMatter.title()).contains("The oak");
        assertThat(frontMatter.aliases()).containsExactly("Quercus", "7");
        assertThat(frontMatter.tags()).containsExactly(new Tag("trees/oak"), new Tag("wood"));
        assertThat(frontMatter.description()).contains("A tree.");
        assertThat(frontMatter.isDraft()).isTrue();
        assertThat(frontMatter.publish()).contains(false);
        assertThat(frontMatter.isUnlisted()).isTrue();
        assertThat(frontMatter.created()).contains(Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(frontMatter.modified()).contains(Instant.parse("2024-05-02T08:30:00Z"));
        assertThat(frontMatter.hasToc()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tags: a, b", "tags: a b", "tags: '#a #b'", "tag: [a, b, a]", "tags:\n- a\n-\n- b", "Tags: a b"})
    void tagsAreWrittenInManyWays(String yaml) {
        assertThat(read(yaml).tags()).containsExactly(new Tag("a"), new Tag("b"));
    }

    @Test
    void blockScalarTitleIsTrimmed() {
        assertThat(note("title: >\n  The\n  oak\n").title()).isEqualTo("The oak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title:", "title: ''", "title: '  '", "x: y"})
    void fileNameStandsInForTheTitle(String yaml) {
        assertThat(note(yaml).title()).isEqualTo("Oak");
        assertThat(note(yaml).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "title: [a] => title: expected text, found a list",
                "toc: maybe => toc: expected true or false, found \"maybe\"",
                "date: soon => date: expected a date, found \"soon\"",
                "date: 2024-13-01 => date: expected a date, found \"2024-13-01\"",
                "tags: {a: b} => tags: expected a list or text, found a mapping",
                "aliases: [[x, [y]]] => aliases: expected a list of texts, found a list in it",
                "title: {{title}} => title: expected text, found a mapping",
                "tags: [2024] => tags: expected a name that is no number, found \"2024\"",
                "lang: English, mostly => lang: expected a language such as en or pt-BR, found \"English, mostly\"",
                "order: first => order: expected a number, found \"first\"",
                "cssclass: wide <b> => cssclass: expected letters, digits, - and _, found \"<b>\"",
                "cover: 'javascript:alert(1)' => cover: expected a picture, found \"javascript:alert(1)\"",
            })
    void wrongTypesAreProblems(String yaml, String message) {
        assertThat(note(yaml).problems()).containsExactly(new Problem(Problem.Kind.BAD_FRONT_MATTER, 2, message));
    }

    @Test
    void brokenYamlIsAProblemWithItsLineAndTheRestOfTheNoteIsRead() {
        Note note = Fixture.note("---\ntitle: x\na: [b\n---\n# H\n[[elm]]\n");
        assertThat(note.problems()).hasSize(1);
        assertThat(note.problems().getFirst().line()).isEqualTo(4);
        assertThat(note.problems().getFirst().message()).startsWith("front matter: expected YAML, found an error: ");
        assertThat(note.links()).hasSize(1);
        assertThat(note.headings()).hasSize(1);
    }

    @Test
    void oneBadLineLosesItsKeyAndNoOther() {
        Note note = note("""
            tags: [a]
            title: a: b
            # a remark
            aliases:
            - x
            - "y
            description: Short.
            draft: no\
            """);
        FrontMatter frontMatter = note.frontMatter();
        assertThat(frontMatter.tags()).containsExactly(new Tag("a"));
        assertThat(frontMatter.title()).isEmpty();
        assertThat(frontMatter.aliases()).isEmpty();
        assertThat(frontMatter.description()).contains("Short.");
        assertThat(frontMatter.isDraft()).isFalse();
        assertThat(note.problems()).extracting(Problem::line).containsExactly(3, 8);
    }

    @Test
    void aThousandBadLinesAreOneProblem() {
        assertThat(note("a: [\n".repeat(10_000)).problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "up: [[a]] => a",
                "up: [[a]], [[b]] => a b",
                "up: [[a|x]] and [[b#h|'y\" so]] # not [[c]] => a b",
                "up: [[Smith, John]] => Smith, John",
                "up: [[a: b]] => a: b",
                "up: ![[a]] => a",
                "up: [[𝔸 b]] => 𝔸 b",
                "up: [[[a]], [[b|c]], d] => a b",
                "up: ['[[a]]', [[b]]] => a b",
                "up: {x: [[a]]} => a",
                "up:\\n- [[a]]\\n- [[b]], [[c]]\\n- d => a b c",
                "title: x\\nup:\\n  - [[#h]] [[b]]\\nz: y => b",
                "title: a: b\\nup: [[a]], [[b]] => a b",
            })
    void linksNeedNoQuotes(String yaml, String targets) {
        FrontMatter frontMatter = note(yaml.replace("\\n", "\n")).frontMatter();
        assertThat(frontMatter.links().stream()
                        .map(link -> link.link().target())
                        .filter(target -> !target.isEmpty()))
                .containsExactly(
                        targets.startsWith("S") || targets.startsWith("𝔸") || targets.startsWith("a:")
                                ? new String[] {targets}
                                : targets.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: [[a, [b]]]", "x: [['a']]", "x: [[a], [b]]", "x: [[a]\n ]", "x: |\n  [[a]] [[b]]"})
    void otherListsAndTextsAreAsTheyWere(String yaml) {
        assertThat(note(yaml).problems()).isEmpty();
        assertThat(note(yaml).frontMatter().properties().getFirst().value().plain())
                .isIn("[a, [b]]", "[a]", "[a], [b]", "a b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "2024/05/01 => 2024-05-01T00:00:00Z",
                "2024/5/1 10:30 => 2024-05-01T10:30:00Z",
                "2024-05 => 2024-05-01T00:00:00Z",
                "2024/05 => 2024-05-01T00:00:00Z",
                "20240501 => 2024-05-01T00:00:00Z",
                "'20240501' => 2024-05-01T00:00:00Z",
                "1714559400 => 2024-05-01T10:30:00Z",
                "1714559400123 => 2024-05-01T10:30:00.123Z",
                "Wed, 01 May 2024 10:30:00 +0200 => 2024-05-01T08:30:00Z",
                "1 May 2024 10:30 GMT => 2024-05-01T10:30:00Z",
                "Wed,  1 May 2024 10:30:00 EDT (summer) => 2024-05-01T14:30:00Z",
                "wed, 1 may 2024 10:30:00 Z => 2024-05-01T10:30:00Z",
                "2024-05-01T10:30:00.5+02:00 => 2024-05-01T08:30:00.500Z",
                "2024-5-1 => 2024-05-01T00:00:00Z",
                "2024-02-29 => 2024-02-29T00:00:00Z",
                "2024-05-01t10:30:00z => 2024-05-01T10:30:00Z",
                "2024-05-01 10:30:00 UTC => 2024-05-01T10:30:00Z",
            })
    void datesAreWrittenInManyWays(String written, String instant) {
        assertThat(read("date: " + written).created()).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20241301",
                "2024/13/01",
                "2024-13",
                "171455940",
                "17145594000",
                "2024/05-01",
                "32 May 2024 10:30 GMT",
                "2024",
                "2024-02-30",
                "2023/02/29",
                "2024-06-31T10:00",
                "31 Apr 2024 10:30 GMT"
            })
    void whatIsNoDateIsAProblem(String written) {
        assertThat(note("date: " + written).problems())
                .extracting(Problem::message)
                .containsExactly("date: expected a date, found \"" + written + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cover:",
                "cover: ''",
                "cover: []",
                "cover: ['']",
                "lang: ''",
                "order: ''",
                "image: {}",
                "toc: ' '",
                "date: ''"
            })
    void anEmptyValueIsAsNone(String yaml) {
        assertThat(note(yaml).problems()).isEmpty();
        assertThat(note(yaml).frontMatter()).isEqualTo(FrontMatter.NONE);
    }

    @Test
    void lineEndsMarksAndSpacesDoNotMatter() {
        assertThat(Fixture.note("\uFEFF--- \r\ntitle: x\r\n---\t\r\ntext").title())
                .isEqualTo("x");
        assertThat(Fixture.parsed("\uFEFF--- \r\ntitle: x\r\n---\t\r\ntext").text())
                .isEqualTo("text\n");
        assertThat(Fixture.note("---\ntitle: x\n...\ntext").title()).isEqualTo("x");
        assertThat(Fixture.note("---\ntitle: x\n---").title()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: x\n",
                "\n---\ntitle: x\n---\n",
                "----\ntitle: x\n---\n",
                "text\n---\ntitle: x\n---\n",
                "---\nSome text\n---\n",
                "---\n- title: x\n---\n",
                "---\n\nhttps://example.org\n---\n",
                "+++\ntitle = 1\n",
                "+++\nplus\n+++\n",
                "---"
            })
    void whatIsNoFrontMatterIsText(String text) {
        assertThat(Fixture.note(text).title()).isEqualTo("Oak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntags: &t [*c, *t]",
                "title: !!java.net.URL [http://e.org]",
                "? {a: b}\n: c",
                "a: b\na: c",
                "title: \u0001",
                "%YAML 9.9",
                "title: 'x",
                "\t",
            })
    void hostileYamlIsSurvived(String yaml) {
        assertThat(note(yaml).title()).isEqualTo("Oak");
    }

    @Test
    void keysThatAreGivenTwiceCountOnceAndAreAProblem() {
        Note note = note("title: x\nup: 1\nTitle: y\nUp: 2");
        assertThat(note.title()).isEqualTo("x");
        assertThat(note.problems())
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly("4 Title: expected once, found again", "5 Up: expected once, found again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unlisted: 'yes'", "status: hidden", "status: Hidden", "unlisted: True"})
    void unlistedIsSaidInSeveralWays(String yaml) {
        assertThat(read(yaml).isUnlisted()).isTrue();
        assertThat(read(yaml).properties()).isEmpty();
    }

    @Test
    void whatReadersMustNotSeeStaysHiddenWhenTheYamlIsBroken() {
        FrontMatter torn = note("title: a: b\ndraft: \"true\" # still\npublish: no\nunlisted: yes")
                .frontMatter();
        assertThat(torn.isDraft()).isTrue();
        assertThat(torn.publish()).contains(false);
        assertThat(torn.isUnlisted()).isTrue();
        assertThat(note("title: a: b\ndraft: false").frontMatter()).isEqualTo(FrontMatter.NONE);
        assertThat(Fixture.note("+++\ntitle = = 1\ndraft = true\n+++\n")
                        .frontMatter()
                        .isDraft())
                .isTrue();
    }

    @Test
    void theGardensOtherKeysAreRead() {
        FrontMatter frontMatter = read("""
            summary: Short.
            permalink: /trees/oak/
            lang: pt-BR
            cssclasses: [wide, table-max]
            image: "![[oak.jpg|300]]"
            order: 2
            published: 2024-03-01
            aliases: [Oak, oak, Eiche]
            """);
        assertThat(frontMatter.description()).contains("Short.");
        assertThat(frontMatter.permalink()).contains("trees/oak");
        assertThat(frontMatter.language()).contains("pt-BR");
        assertThat(frontMatter.cssClasses()).containsExactly("wide", "table-max");
        assertThat(((Link.Local) frontMatter.cover().orElseThrow()).target()).isEqualTo("oak.jpg");
        assertThat(frontMatter.order()).contains(2.0);
        assertThat(frontMatter.created()).contains(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(frontMatter.aliases()).containsExactly("Oak", "Eiche");
        assertThat(frontMatter.properties()).extracting(Property::name).containsExactly("published");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "cover: https://example.org/a.png => ExternalLink https://example.org/a.png",
                "image: a b.png => PathLink a b.png",
                "socialImage: ../a.png => PathLink ../a.png",
                "cover: ['[x](a.png)'] => PathLink a.png",
                "cover: '[[a.png]]' => WikiLink a.png",
            })
    void aCoverIsAFileOrAnAddress(String yaml, String expected) {
        Link cover = read(yaml).cover().orElseThrow();
        String target = switch (cover) {
            case Link.Local local -> local.target();
            case Link.ExternalLink external -> external.url();
        };
        assertThat(cover.getClass().getSimpleName() + " " + target).isEqualTo(expected);
    }

    @Test
    void aliasesDoNotMultiply() {
        String list = "[" + "x, ".repeat(8_000) + "x]";
        assertThat(note("a: &a " + list + "\nb: [*a, *a, *a, *a]").problems())
                .extracting(Problem::message)
                .containsExactly("front matter: expected at most 32768 values");
        String word = "w".repeat(30_000);
        assertThat(note("a: &a " + word + "\nb: [*a, *a, *a, *a, *a]").problems())
                .extracting(Problem::message)
                .containsExactly("front matter: expected at most 131072 characters in values");
    }

    @Test
    void deepAndLongYamlIsSurvived() {
        assertThat(note("a: " + "[".repeat(60_000)).problems()).hasSize(1);
        assertThat(note("a: " + "x".repeat(70_000)).problems().getFirst().message())
                .isEqualTo("front matter: expected at most 65536 characters, found 70004");
    }

    private static Note note(String yaml) {
        return Fixture.note("---\n" + yaml + "\n---\n");
    }

    private static FrontMatter read(String yaml) {
        Note note = note(yaml);
        assertThat(note.problems()).isEmpty();
        assertThat(note.frontMatter().title()).isNotEqualTo(Optional.of(""));
        return note.frontMatter();
    }
}
