package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NotePath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns mean what gitignore(5) says; where a case stands for more, it says so. */
class IgnoreListsTest {

    /** Each row: a pattern, what it hides, and what it leaves, both with {@code ;} between. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "private > private/a.md;private/x/b.png;x/private/a.md;private > privates/a.md;a/private.md",
                "private/ > private/a.md;x/private/y/a.md > private;x/private",
                "/private/** > private/a.md;private/x/y.md > x/private/a.md",
                "./private/** > private/a.md;private/x/y.md > x/private/a.md",
                "./private > private/a.md;x/private/a.md > a.md",
                "private/** > private/a.md;private/x/y.md > x/private/a.md",
                "**/private/** > private/a.md;x/private/a.md;x/y/private/z/a.md > privates/a.md",
                "**/private > private/a.md;x/private/a.md > privates/a.md",
                "**/*.excalidraw.md > a.excalidraw.md;x/a.excalidraw.md;x/y/a.excalidraw.md > a.md",
                "*.priv.md > a.priv.md;x/y/a.priv.md > a.md",
                "*.png > a.png;x/y/a.PNG > a.jpg",
                "/*.md > a.md > x/a.md",
                "a/*.md > a/b.md > a/b/c.md;x/a/b.md",
                "a/b > a/b/c.md > x/a/b/c.md",
                "a/**/z.md > a/z.md;a/b/c/z.md > z.md",
                "Private/ > private/a.md;PRIVATE/a.md > a.md",
                "ΣΟΦΙΑ > σοφια/a.md > a.md",
                "[A-C]x.md > bx.md;BX.md > dx.md",
                "[[:upper:]]x.md > Bx.md;bx.md > 1x.md",
                "[a-z].md > b.md;x/B.md > bb.md;1.md",
                "[!a-z].md > 1.md > b.md",
                "[!/] > b;p/a.md > xx/b;bb",
                "x[!/]*.md > xy.md;xyz.md > x.md;x/y.md",
                "/private[/a]b > privateab/c.md > private/b;privateb/c.md",
                "x/[^/]*.md > x/a.md > x/a/b.md;a.md",
                "./ > a.md;x/a.md > ",
                ". > a.md;x/a.md > ",
                "?.md > b.md;é.md > bb.md",
                "?/a.md > b/a.md > bb/a.md",
                "\\#x.md > #x.md > x.md",
                "\\!x.md > !x.md > x.md",
                "x\\*y.md > x*y.md > xzy.md",
                "private\\notes > private/notes/a.md;privatenotes > private/a.md",
                "private\\notes\\** > private/notes/a.md > private/a.md",
                "private\\** > private/a.md > a.md",
                ".\\private\\x > private/x/a.md > private/a.md",
                "a b/ > a b/c.md > a/b.md",
                "(x)+$.md > (x)+$.md > x.md",
                "{a,b}/** > a/x.md;b/y/z.md;{a,b}/x.md > c/x.md",
                "{A,b}/** > a/x.md > c/x.md",
                "drafts/**.md > drafts/a.md;drafts/x/y.md > a.md",
                "#inbox/** > #inbox/a.md > inbox/a.md",
                "!inbox/** > !inbox/a.md > inbox/a.md",
                "* > a.md;x/a.md > ",
                "** > a.md;x/a.md > ",
            })
    void aPatternHides(String pattern, String hidden, String left) {
        IgnoreLists lists = IgnoreLists.of(List.of(pattern.strip()));
        paths(hidden)
                .forEach(path ->
                        assertThat(lists.contains(path)).as(path.value()).isTrue());
        paths(left)
                .forEach(path ->
                        assertThat(lists.contains(path)).as(path.value()).isFalse());
    }

    @Test
    void composedAndDecomposedAreAlike() {
        for (String pattern : List.of("Caf\u00E9/", "cafe\u0301/", "*f\u00C9/", "[\u00E9\u00E8]/")) {
            IgnoreLists lists = IgnoreLists.of(List.of(pattern, "[x]"));
            String name = pattern.startsWith("[") ? "" : "caf";
            assertThat(lists.contains(new NotePath(name + "\u00E9/a.md"))).isTrue();
            assertThat(lists.contains(new NotePath(name + "e\u0301/a.md"))).isTrue();
        }
    }

    @Test
    void spacesAtTheEndAreNoPartUnlessTheyAreMeant() {
        assertThat(hides("private/   ", "private/a.md")).isTrue();
        assertThat(hides("private\\ ", "private /a.md")).isTrue();
        assertThat(hides("private\r", "private/a.md")).isTrue();
        assertThat(IgnoreLists.of(List.of("private ")).contains(new NotePath("private /a.md")))
                .as("what a configuration hid as a glob stays hidden, but for folders")
                .isFalse();
        assertThat(IgnoreLists.of(List.of("private ")).contains(new NotePath("private ")))
                .isTrue();
    }

    @Test
    void linesOfAFileMayBeRemarks() {
        assertThat(hides("# a.md\n\n  \nb.md", "# a.md")).isFalse();
        assertThat(hides("# a.md\n\n  \nb.md", "b.md")).isTrue();
        assertThat(hides("\uFEFFa.md", "a.md")).isTrue();
    }

    @Test
    void aBracketThatNothingClosesIsABracket() {
        assertThat(hides("[a.md", "[a.md")).isTrue();
        assertThat(hides("x[!.md", "x[!.md")).isTrue();
        assertThat(hides("[]a].md", "].md")).isTrue();
    }

    /** gitignore(5): what is inside a folder that is left out cannot be brought back. */
    @Test
    void anExclamationMarkOpensWhatItsOwnListClosed() {
        assertThat(hides("private/*\n!private/open.md", "private/open.md")).isFalse();
        assertThat(hides("private/*\n!./Private/Open.md", "private/open.md")).isFalse();
        assertThat(hides("private/*\n!private/open.md", "private/a.md")).isTrue();
        assertThat(hides("private/\n!private/open.md", "private/open.md")).isTrue();
        assertThat(hides("!a.md\n*.md", "a.md")).isTrue();
    }

    @Test
    void noListOpensWhatAnotherClosed() {
        IgnoreLists lists = IgnoreLists.of(List.of("a.md"))
                .with(new NotePath(".gardenignore"), "b.md\n!a.md\n")
                .with(new NotePath("x/.gardenignore"), "!b.md\n!a.md\n/c.md\n");
        for (String path : List.of("a.md", "b.md", "x/a.md", "x/b.md", "x/c.md")) {
            assertThat(lists.contains(new NotePath(path))).as(path).isTrue();
        }
        for (String path : List.of("c.md", "x/y/c.md", "xx/c.md")) {
            assertThat(lists.contains(new NotePath(path))).as(path).isFalse();
        }
        assertThat(lists.configured()).isEqualTo(IgnoreLists.of(List.of("a.md")));
        assertThat(lists.without(new NotePath("x/.gardenignore")).contains(new NotePath("x/c.md")))
                .isFalse();
    }

    @Test
    void patternsThatFitNothingAreTold() {
        IgnoreLists lists = IgnoreLists.of(List.of("private/", "templates/**", "#x"))
                .with(new NotePath("a/.gardenignore"), "# remark\n\n*.png\n!b.md\n");
        assertThat(lists.unused(List.of(new NotePath("Private/a.md"), new NotePath("a/b.md"), new NotePath("c.png"))))
                .containsExactly(
                        "content.ignore: pattern \"templates/**\" fits no file; patterns are those of .gitignore",
                        "content.ignore: pattern \"#x\" fits no file; patterns are those of .gitignore",
                        "a/.gardenignore:3: pattern \"*.png\" fits no file; patterns are those of .gitignore");
    }

    private static boolean hides(String list, String path) {
        return IgnoreLists.NONE.with(new NotePath(".gardenignore"), list).contains(new NotePath(path));
    }

    private static List<NotePath> paths(String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(";"))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .map(NotePath::new)
                        .toList();
    }
}
