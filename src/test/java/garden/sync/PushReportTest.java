package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NotePath;
import garden.snapshot.FileMoves;
import garden.snapshot.Garden;
import garden.snapshot.GardenChange;
import garden.snapshot.GardenStep;
import garden.snapshot.SampleGardens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PushReportTest {

    @Test
    void saysWhatChangedWhatBrokeAndWhereToLook() {
        checkReport(
                "--- elm.md\n[[ash]] old\n--- ash.md\n",
                "--- elm.md\n[[ash]] [[oka]] new\n--- oak.md\n",
                "notes: 1 changed, 1 added; published in 41 ms",
                "elm.md:1: link [[oka]] leads nowhere; did you mean [[oak]]?",
                "live at /elm.md",
                "live at /oak.md");
    }

    @Test
    void countsWhatHealed() {
        checkReport(
                "--- elm.md\n[[oak]]\n",
                "--- oak.md\n",
                "notes: 1 added; published in 41 ms",
                "1 problem healed",
                "live at /oak.md");
    }

    @Test
    void namesAnAddressThatTwoFilesShare() {
        checkReport(
                "--- a-b.md\n",
                "--- a b.md\n",
                "notes: 1 added; published in 41 ms",
                "a b.md:1: address /a-b is that of a-b.md; rename one of the two",
                "live at /a b.md");
    }

    @Test
    void aRenameIsNeitherAnAdditionNorARemoval() {
        TreeMap<NotePath, NotePath> renamed = new TreeMap<>();
        renamed.put(new NotePath("trees/oak.md"), new NotePath("oak.md"));
        assertThat(lines(
                        "--- oak.md\n",
                        "--- trees/oak.md\n",
                        Set.of("oak.md"),
                        new FileMoves(new TreeSet<>(), new TreeSet<>(), renamed, 0)))
                .containsExactly(
                        "notes: 1 renamed; published in 41 ms",
                        "renamed oak.md to trees/oak.md",
                        "live at /trees/oak.md");
    }

    @Test
    void whatWasHiddenAndShownIsNamed() {
        FileMoves moves = new FileMoves(paths("elm.md"), paths("oak.md"), new TreeMap<>(), 2);
        assertThat(lines("--- oak.md\n", "--- elm.md\n", Set.of("oak.md"), moves))
                .containsExactly(
                        "notes: 1 made public, 1 hidden; 2 attachments changed; published in 41 ms",
                        "now public: elm.md",
                        "now hidden: oak.md",
                        "live at /elm.md");
    }

    @Test
    void isNeverLongerThanItsLimit() {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        TreeMap<NotePath, NotePath> renamed = new TreeMap<>();
        SortedSet<NotePath> hidden = new TreeSet<>();
        SortedSet<NotePath> revealed = new TreeSet<>();
        Set<String> removed = new TreeSet<>();
        for (int i = 10; i < 30; i++) {
            before.append("--- old ")
                    .append(i)
                    .append(".md\n--- dark ")
                    .append(i)
                    .append(".md\n");
            before.append("--- wish ")
                    .append(i)
                    .append(".md\n[[light ")
                    .append(i)
                    .append("]]\n");
            after.append("--- new ")
                    .append(i)
                    .append(".md\n[[nothing ")
                    .append(i)
                    .append("]]\n");
            after.append("--- light ").append(i).append(".md\n");
            renamed.put(new NotePath("new " + i + ".md"), new NotePath("old " + i + ".md"));
            hidden.add(new NotePath("dark " + i + ".md"));
            revealed.add(new NotePath("light " + i + ".md"));
            removed.addAll(Set.of("old " + i + ".md", "dark " + i + ".md"));
        }
        List<String> lines =
                lines(before.toString(), after.toString(), removed, new FileMoves(revealed, hidden, renamed, 0));
        assertThat(lines)
                .hasSize(PushReport.MAX_LINES)
                .contains(
                        "and 18 more renamed",
                        "now public: light 10.md, light 11.md, light 12.md and 17 more",
                        "now hidden: dark 10.md, dark 11.md, dark 12.md and 17 more",
                        "new 10.md:1: link [[nothing 10]] leads nowhere",
                        "and 15 more problems",
                        "20 problems healed",
                        "and 35 more notes");
    }

    private static SortedSet<NotePath> paths(String... paths) {
        SortedSet<NotePath> found = new TreeSet<>();
        for (String path : paths) {
            found.add(new NotePath(path));
        }
        return found;
    }

    private static void checkReport(String before, String change, String... lines) {
        assertThat(lines(before, change, Set.of(), FileMoves.NONE)).containsExactly(lines);
    }

    private static List<String> lines(String before, String change, Set<String> removed, FileMoves moves) {
        Garden garden = SampleGardens.of(before);
        GardenChange put = SampleGardens.change(change, 2);
        GardenStep step = garden.with(new GardenChange(
                put.commit(),
                put.committed(),
                put.notes(),
                put.attachments(),
                paths(removed.toArray(String[]::new)),
                put.dates()));
        Published published =
                new Published(garden, step.garden(), step.affected(), moves, Instant.EPOCH, Duration.ofMillis(41));
        return new PushReport(
                        published.report(),
                        located -> located.problem().message().contains("oka") ? Optional.of("oak") : Optional.empty(),
                        path -> "/" + path)
                .lines();
    }
}
