package garden.markdown.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Fixture;
import garden.note.BlobId;
import garden.note.FrontMatter;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.Property;
import garden.note.Tag;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class VisibilityKeyTest {

    private static final String[] KEYS = {
        "draft", "isDraft", "private", "publish", "dg-publish", "unlisted", "published", "status", "visibility"
    };

    private static final String[] VALUES = {
        "true",
        "false",
        "yes",
        "No",
        "off",
        "1",
        "0",
        "maybe",
        "",
        "~",
        "[]",
        "draft",
        "private",
        "hidden",
        "unlisted",
        "x y",
        "2024-05-01"
    };

    private static final String[] FORMS = {
        "%s: %s",
        "%s : %s",
        "%s:   %s   ",
        "%s: \"%s\"",
        "%s: '%s' # draft: false",
        "%s: %s # no",
        "%s:\n  %s",
        "%s:\n  # a remark\n  '%s'",
        "%s:\n- %s",
        "%s: [%s]",
        "%s: [a, %s]",
        "%s: >\n  %s",
        "%s: |-\n  %s",
        "%s: !!str %s",
        "%s: &a %s",
        "%s: {a: %s}",
        "? %s\n: %s",
        "{a: b, %s: %s}",
        "{%s: %s, c: d}",
        "{\n  a: b,\n  %s:\n    %s\n}",
        "  %s: %s",
        "%s: %s\r"
    };

    private static final NotePath OAK = new NotePath("Oak.md");
    private static final BlobId BLOB = new BlobId("0".repeat(40));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: maybe",
                "draft: y",
                "draft: t",
                "draft: [true]",
                "draft: {a: b}",
                "draft: {{draft}}",
                "draft: 1.0",
                "draft: 2024-05-01",
                "Draft: 'treu'",
                "isDraft: perhaps",
                "private: for now",
                "unlisted: mostly",
                "publish: n",
                "publish: nope",
                "publish: 0.0",
                "publish: [yes]",
                "publish: 2024-05-01",
                "dg-publish: later",
            })
    void whatIsNotUnderstoodHidesAndIsAProblem(String yaml) {
        Note note = note(yaml);
        assertThat(isHidden(note.frontMatter())).isTrue();
        assertThat(note.problems())
                .extracting(Problem::message)
                .allSatisfy(message -> assertThat(message)
                        .contains("expected true or false, found ")
                        .endsWith(", so the note is hidden"));
        assertThat(note.problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: TRUE",
                "'Draft': on",
                "\"dr\\u0061ft\": yes",
                "? draft\n: true",
                "draft: !!bool true",
                "draft:\n  true",
                "draft: >\n  true",
                "{draft: true, title: x}",
                "isDraft: 1",
                "private: yes",
                "publish: off",
                "dg-publish: false",
                "published: no",
                "status: Draft",
                "status: private",
                "status: [seedling, draft]",
                "visibility: private",
            })
    void whatHidesHides(String yaml) {
        assertThat(isHidden(note(yaml).frontMatter())).isTrue();
        assertThat(note(yaml).problems()).isEmpty();
    }

    /** YAML 1.1, "Merge Key Language-Independent Type": what is merged counts where the note says nothing itself. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "<<: {draft: true} => true",
                "base: &b {draft: true}⏎<<: *b => true",
                "base: &b⏎  draft: true⏎'<<': *b⏎title: x => true",
                "<<: [{title: x}, {publish: false}] => true",
                "<<: {<<: {draft: true}} => true",
                "draft:⏎<<: {draft: true} => true",
                "base: &b {draft: true}⏎title: [x⏎<<: *b => true",
                "<<: [{draft: false}, {draft: true}] => false",
                "<<: {draft: true}⏎Draft: false => false",
                "a: {<<: {draft: true}} => false",
                "<<: draft => false",
            })
    void whatIsMergedHides(String yaml, boolean isHidden) {
        assertThat(isHidden(note(yaml.replace("⏎", "\n")).frontMatter())).isEqualTo(isHidden);
    }

    @Test
    void whatIsMergedIsAsIfItStoodThere() {
        Note note = note("base: &b {title: Oak, tags: [tree], river: Elbe}\n<<: *b\ntitle: Elm");
        assertThat(note.frontMatter().title()).contains("Elm");
        assertThat(note.frontMatter().tags()).containsExactly(new Tag("tree"));
        assertThat(note.frontMatter().properties()).extracting(Property::name).containsExactly("base", "river");
        assertThat(note.problems()).isEmpty();
    }

    /** Spaces that keyboards write before a colon in French, signs of East Asian ones, and what copying leaves behind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft\u00A0: true",
                "draft\u202F: true",
                "\u00A0draft: true",
                "\u200Bdraft: true",
                "\uFEFFdraft: true",
                "title: x\ndraft\u00A0: true",
                "title: [x\ndraft\u00A0: true",
                "draft\uFF1Atrue",
                "draft\uFF1A true",
                "title: x\ndraft\uFF1Atrue",
                "title: x\ndraft\uFF1Atrue\ntags: [a]",
                "draft\u3000\uFF1A\u3000true",
                "draft: &",
            })
    void otherSignsAndSpacesHideTheSame(String yaml) {
        assertThat(isHidden(note(yaml).frontMatter())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unlisted: on", "status: hidden", "status: unlisted", "visibility: Hidden"})
    void whatUnlistsUnlists(String yaml) {
        assertThat(note(yaml).frontMatter().isUnlisted()).isTrue();
        assertThat(isHidden(note(yaml).frontMatter())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft:",
                "draft: ~",
                "draft: ''",
                "draft: []",
                "draft: {}",
                "draft: 'no'",
                "publish:",
                "publish: ''",
                "publish: Yes",
                "unlisted: null",
                "private: 0",
                "published: 2024-05-01",
                "published: soon",
                "status: evergreen",
                "status: true",
                "visibility: public",
                "drafts: true",
                "other: {draft: true}",
            })
    void whatDoesNotHideDoesNot(String yaml) {
        FrontMatter frontMatter = note(yaml).frontMatter();
        assertThat(isHidden(frontMatter) || frontMatter.isUnlisted()).isFalse();
        assertThat(note(yaml).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "draft: false\\nDraft: true => Draft: expected once, found again",
                "draft: true\\ndraft: false => draft: expected once, found again",
                "publish: true\\npublish: false => publish: expected once, found again",
            })
    void ofTwoTheMorePrivateCounts(String yaml, String message) {
        Note note = note(yaml.replace("\\n", "\n"));
        assertThat(isHidden(note.frontMatter())).isTrue();
        assertThat(note.problems()).extracting(Problem::message).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft = 'maybe'",
                "draft = [true]",
                "Draft = true",
                "draft = false\nDraft = true",
                "draft = true\ndraft = false",
                "draft = false\ndraft = true",
                "publish = 0.0",
                "private = 2024-05-01",
                "status = 'draft'",
                "draft = maybe",
                "title = = 1\n\"draft\" = true",
                "title = = 1\ndraft = [\n true]",
            })
    void tomlAlike(String toml) {
        assertThat(isHidden(Fixture.note("+++\n" + toml + "\n+++\n").frontMatter()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8"})
    void aDraftIsOneInAnotherEncoding(String charset) {
        for (String mark : List.of("\uFEFF", "")) {
            for (String text : List.of("---\ndraft: true\n---\n文字", "+++\r\npublish = false\r\n+++\r\nx")) {
                byte[] bytes = (mark + text).getBytes(Charset.forName(charset));
                FrontMatter parsed =
                        Fixture.MARKDOWN.parse(OAK, BLOB, bytes).note().frontMatter();
                assertThat(isHidden(parsed)).as(charset + mark.length()).isTrue();
                assertThat(Fixture.MARKDOWN.frontMatter(bytes)).isEqualTo(parsed);
            }
        }
    }

    @Test
    void aDraftWithZerosInItsTextIsOne() {
        String text = "---\ndraft: true\n---\n" + "\0".repeat(100);
        assertThat(isHidden(Fixture.note(text).frontMatter())).isTrue();
    }

    /** What hides a note that is read hides it too when another line, or all, cannot be read. */
    @Test
    void whatHidesHidesStillWhenAnotherLineIsBroken() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            String line = spelling(random);
            FrontMatter read = note(line).frontMatter();
            String broken = any(random, "title: \"torn", "a: [b", "- x", "a: b: c", "\t", "x: *y", "@: `", "é: }");
            for (String yaml : List.of(
                    broken + "\n" + line,
                    line + "\n" + broken,
                    "title: x\n" + line + "\n" + broken + "\nb: c",
                    line + "\nlong: " + "x".repeat(70_000),
                    line + "\ndeep: " + "[".repeat(200))) {
                FrontMatter torn = note(yaml).frontMatter();
                String shown = "seed " + seed + ": " + yaml.substring(0, Math.min(100, yaml.length()));
                assertThat(isHidden(torn) || !isHidden(read)).as(shown).isTrue();
                assertThat(isHidden(torn) || torn.isUnlisted() || !read.isUnlisted())
                        .as(shown)
                        .isTrue();
            }
        }
    }

    private static String spelling(Random random) {
        String key = any(random, KEYS);
        String cased = any(random, key, key.toUpperCase(Locale.ROOT), "\"" + key + "\"", "'" + key + "'");
        return any(random, FORMS).formatted(cased, any(random, VALUES));
    }

    private static String any(Random random, String... all) {
        return all[random.nextInt(all.length)];
    }

    private static boolean isHidden(FrontMatter frontMatter) {
        return frontMatter.isDraft() || !frontMatter.publish().orElse(true);
    }

    private static Note note(String yaml) {
        return Fixture.note("---\n" + yaml + "\n---\n");
    }
}
