package garden.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormsTest {

    @Test
    void sizesHaveBinaryAndDecimalUnits() {
        Form<Long> size = Forms.size("1 B", "2 GiB");

        assertThat(read(size, "512MiB")).contains(536_870_912L);
        assertThat(read(size, "1 mib")).contains(1_048_576L);
        assertThat(read(size, "100kB")).contains(100_000L);
        assertThat(read(size, "1024")).contains(1_024L);
        assertRefuses(size, "0", "-1", "3 GiB", "1.5 MiB", "1 M", "MiB", "", "999999999999999999 GiB");
    }

    @Test
    void durationsNeedAUnit() {
        Form<Duration> duration = Forms.duration("1 ms", "1 h");

        assertThat(read(duration, "300ms")).contains(Duration.ofMillis(300));
        assertThat(read(duration, "5 min")).contains(Duration.ofMinutes(5));
        assertThat(read(duration, "1 h")).contains(Duration.ofHours(1));
        assertRefuses(duration, "2", "0 s", "61 min", "5 m", "forever", "999999999999999999 h");
    }

    @Test
    void numbersHaveLimits() {
        Form<Integer> port = Forms.number(0, 65_535);

        assertThat(read(port, "0")).contains(0);
        assertThat(read(port, "65535")).contains(65_535);
        assertRefuses(port, "65536", "-1", "0x50", "8e3", "99999999999999999999", "٨٠");
    }

    @Test
    void flagsAreTrueOrFalse() {
        assertThat(read(Forms.flag(), "TRUE")).contains(true);
        assertThat(read(Forms.flag(), "false")).contains(false);
        assertRefuses(Forms.flag(), "yes", "1", "");
    }

    @Test
    void branchesFollowGit() {
        assertThat(read(Forms.branch(), "topic/oaks")).contains("topic/oaks");
        assertRefuses(
                Forms.branch(),
                "",
                "-f",
                "a b",
                "a..b",
                "a.lock",
                "a/",
                "/a",
                "a//b",
                "a/.b",
                "@",
                "a@{1}",
                "a:b",
                "a\n\nb");
    }

    @Test
    void innerFoldersStayInside() {
        assertThat(read(Forms.innerFolder(), "docs/notes")).contains("docs/notes");
        assertThat(read(Forms.innerFolder(), "")).contains("");
        assertRefuses(Forms.innerFolder(), "/notes", "notes/", "../notes", "a/./b", "a//b");
    }

    @Test
    void languagesAreTags() {
        assertThat(read(Forms.language(), "de-CH")).contains("de-CH");
        assertRefuses(Forms.language(), "", "de_CH", "english!", "e");
    }

    @Test
    void linesHaveOneLine() {
        assertThat(read(Forms.line(5), "Oaks")).contains("Oaks");
        assertRefuses(Forms.line(5), "", " ", "a\nb", "longer");
    }

    @Test
    void pathsStartAtTheirBase() {
        assertThat(read(Forms.path(), "data")).contains(Path.of("/base/data"));
        assertThat(read(Forms.path(), "/srv/../data")).contains(Path.of("/data"));
        assertThat(read(Forms.pathOrNone(), "none")).contains(Optional.empty());
        assertThat(read(Forms.pathOrNone(), ".")).contains(Optional.of(Path.of("/base")));
        assertRefuses(Forms.path(), "", " ", "\0");
    }

    @Test
    void globsAreChecked() {
        assertThat(read(Forms.globs(), "")).contains(List.of());
        assertThat(read(Forms.globs(), "a/**")).contains(List.of("a/**"));
        assertRefuses(Forms.globs(), "[a", "a,,b", "{a");
    }

    private static <T> Optional<T> read(Form<T> form, String text) {
        return form.reader().read(new Raw.Text(text), Path.of("/base"));
    }

    private static void assertRefuses(Form<?> form, String... texts) {
        for (String text : texts) {
            assertThat(read(form, text)).as(text).isEmpty();
        }
    }
}
