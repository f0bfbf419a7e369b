package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.NotePath;
import garden.note.Problem;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A machine that goes to sleep while it reads: no note is judged by the time that passed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StoppedProcessTest {

    /** Longer than {@code content.renderTimeout} is by default. */
    private static final String STOP_AND_CONTINUE = "kill -STOP $0 && sleep 3 && kill -CONT $0";

    private static final String READING = "reading";
    private static final int ROUNDS = 20;

    /** The other process: reads short notes with the shipped limits, and tells which were not read. */
    static final class Reader {

        private Reader() {}

        /** Notes whose reading takes some milliseconds, so that at any moment one is being read. */
        public static void main(String[] args) {
            Duration shipped = Duration.ofSeconds(2);
            MarkdownLimits limits = new MarkdownLimits(1 << 20, 16 << 20, 100, 8 << 20, shipped);
            byte[] content = "- [[oak]] *and* `more`\n".repeat(2_000).getBytes(StandardCharsets.UTF_8);
            try (Markdown markdown = new Markdown(limits)) {
                System.out.println(READING);
                for (int round = 0; round < ROUNDS; round++) {
                    List<Problem> problems = IntStream.range(0, 20)
                            .parallel()
                            .mapToObj(i ->
                                    markdown.parse(new NotePath("n" + i + ".md"), new BlobId("0".repeat(40)), content))
                            .flatMap(parsed -> parsed.note().problems().stream())
                            .toList();
                    System.out.println(problems);
                }
            }
        }
    }

    @Test
    void noNoteIsGivenUpWhenTheProcessIsStoppedForLongerThanTheTimeOfANote() throws Exception {
        Process reader = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8))) {
            lines.add(out.readLine());
            Process stop = new ProcessBuilder("sh", "-c", STOP_AND_CONTINUE, String.valueOf(reader.pid())).start();
            out.lines().forEach(lines::add);
            assertThat(stop.waitFor()).isZero();
        } finally {
            reader.destroy();
        }
        assertThat(lines).hasSize(ROUNDS + 1).startsWith(READING);
        assertThat(lines.subList(1, lines.size())).containsOnly("[]");
    }
}
