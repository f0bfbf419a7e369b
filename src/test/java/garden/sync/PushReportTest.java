package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import garden.snapshot.SampleGardens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private static void checkReport(String before, String change, String... lines) {
        Garden garden = SampleGardens.of(before);
        GardenStep step = garden.with(SampleGardens.change(change, 2));
        Published published = new Published(garden, step.garden(), step.affected(), Duration.ofMillis(41));
        List<String> report = PushReport.of(published)
                .lines(
                        path -> "/" + path,
                        located -> located.problem().message().contains("oka") ? Optional.of("oak") : Optional.empty());
        assertThat(report).containsExactly(lines);
    }
}
