package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.LocatedProblem;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.GardenChange;
import garden.snapshot.GardenStep;
import garden.snapshot.SampleGardens;
import garden.snapshot.StepDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
                "elm.md:1: broken link [[oka]]: no note has this name; did you mean [[oak]]?",
                "live at /elm.md",
                "live at /oak.md");
    }

    @Test
    void countsWhatFixed() {
        checkReport(
                "--- elm.md\n[[oak]]\n",
                "--- oak.md\n",
                "notes: 1 added; published in 41 ms",
                "1 problem fixed",
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

    /** Two files that have one trouble have two problems. */
    @Test
    void namesASecondProblemThatSaysTheSameOfAnotherFile() {
        checkReport(
                "--- a-b.md\n--- a b.md\n",
                "--- a\u00a0b.md\n",
                "notes: 1 added; published in 41 ms",
                "a\u00a0b.md:1: address /a-b is that of a-b.md; rename one of the two",
                "live at /a\u00a0b.md");
    }

    @Test
    void namesASecondLinkToWhatIsNotThere() {
        checkReport(
                "--- elm.md\n[[gone]]\n",
                "--- elm.md\nnew\n[[gone]]\n[[gone]]\n",
                "notes: 1 changed; published in 41 ms",
                "elm.md:3: broken link [[gone]]: no note has this name",
                "live at /elm.md");
    }

    @Test
    void aRenameIsNeitherAnAdditionNorARemoval() {
        TreeMap<NotePath, NotePath> renamed = new TreeMap<>();
        renamed.put(new NotePath("trees/oak.md"), new NotePath("oak.md"));
        assertThat(lines(
                        "--- oak.md\n",
                        "--- trees/oak.md\n",
                        Set.of("oak.md"),
                        new StepDetails(new TreeSet<>(), new TreeSet<>(), renamed, 0)))
                .containsExactly(
                        "notes: 1 renamed (old address redirects); published in 41 ms",
                        "renamed oak.md to trees/oak.md",
                        "live at /trees/oak.md");
    }

    @Test
    void aProblemThatMovedWithItsNoteIsNotNew() {
        TreeMap<NotePath, NotePath> renamed = new TreeMap<>();
        renamed.put(new NotePath("quercus.md"), new NotePath("oak.md"));
        assertThat(lines(
                        "--- oak.md\n[[gone]]\n",
                        "--- quercus.md\n[[gone]]\n",
                        Set.of("oak.md"),
                        new StepDetails(new TreeSet<>(), new TreeSet<>(), renamed, 0)))
                .containsExactly(
                        "notes: 1 renamed (old address redirects); published in 41 ms",
                        "renamed oak.md to quercus.md",
                        "live at /quercus.md");
    }

    @Test
    void aLinkThatFollowsARenameIsNamedWithItsEdit() {
        TreeMap<NotePath, NotePath> renamed = new TreeMap<>();
        renamed.put(new NotePath("quercus.md"), new NotePath("oak.md"));
        assertThat(lines(
                        "--- elm.md\n[[oak]]\n--- oak.md\n",
                        "--- quercus.md\n",
                        Set.of("oak.md"),
                        new StepDetails(new TreeSet<>(), new TreeSet<>(), renamed, 0)))
                .containsExactly(
                        "notes: 1 renamed (old address redirects); published in 41 ms",
                        "renamed oak.md to quercus.md",
                        "1 link follows a rename (./garden check --fix writes the new name):",
                        "  elm.md:1: link [[oak]] leads to quercus.md by its old name; write [[it so]]",
                        "live at /quercus.md");
    }

    @Test
    void whatWasHiddenAndShownIsNamed() {
        StepDetails details = new StepDetails(paths("elm.md"), paths("oak.md"), new TreeMap<>(), 2);
        assertThat(lines("--- oak.md\n", "--- elm.md\n", Set.of("oak.md"), details))
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
            before.append("--- follower ")
                    .append(i)
                    .append(".md\n[[old ")
                    .append(i)
                    .append("]]\n");
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
            after.append("--- fresh ").append(i).append(".md\n");
            after.append("--- light ").append(i).append(".md\n");
            renamed.put(new NotePath("new " + i + ".md"), new NotePath("old " + i + ".md"));
            hidden.add(new NotePath("dark " + i + ".md"));
            revealed.add(new NotePath("light " + i + ".md"));
            removed.addAll(Set.of("old " + i + ".md", "dark " + i + ".md"));
        }
        List<String> lines =
                lines(before.toString(), after.toString(), removed, new StepDetails(revealed, hidden, renamed, 0));
        assertThat(lines)
                .hasSize(PushReport.MAX_LINES)
                .contains(
                        "notes: 20 added, 20 renamed (old addresses redirect), 20 made public, 20 hidden; published in"
                                + " 41 ms",
                        "now public: light 10.md, light 11.md, light 12.md and 17 more",
                        "now hidden: dark 10.md, dark 11.md, dark 12.md and 17 more",
                        "new 10.md:1: broken link [[nothing 10]]: no note has this name",
                        "and 16 more problems",
                        "20 links follow renames (./garden check --fix writes the new name):",
                        "20 problems fixed");
    }

    private static SortedMap<NotePath, RenamedOrDeleted> former(StepDetails details) {
        SortedMap<NotePath, RenamedOrDeleted> former = new TreeMap<>();
        details.renamed().forEach((to, from) -> former.put(from, new RenamedOrDeleted.Renamed(to)));
        return former;
    }

    private static Optional<String> hint(LocatedProblem located) {
        return switch (located.problem().kind()) {
            case BROKEN_LINK ->
                located.problem().message().contains("oka") ? Optional.of("did you mean [[oak]]?") : Optional.empty();
            case MOVED_LINK -> Optional.of("write [[it so]]");
            default -> Optional.empty();
        };
    }

    private static SortedSet<NotePath> paths(String... paths) {
        SortedSet<NotePath> found = new TreeSet<>();
        for (String path : paths) {
            found.add(new NotePath(path));
        }
        return found;
    }

    private static void checkReport(String before, String change, String... lines) {
        assertThat(lines(before, change, Set.of(), StepDetails.NONE)).containsExactly(lines);
    }

    private static List<String> lines(String before, String change, Set<String> removed, StepDetails details) {
        Garden garden = SampleGardens.of(before);
        GardenChange put = SampleGardens.change(change, 2);
        GardenStep step = garden.with(new GardenChange(
                put.commit(),
                put.committed(),
                put.notes(),
                put.attachments(),
                paths(removed.toArray(String[]::new)),
                put.dates(),
                new TreeMap<>(),
                former(details)));
        Publication published =
                new Publication(garden, step, details, new ChangeReport.Timing(Instant.EPOCH, Duration.ofMillis(41)));
        return new PushReport(published.report(), PushReportTest::hint, path -> "/" + path).lines();
    }
}
