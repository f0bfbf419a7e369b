package garden.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone who edits notes and pushes them with the real git, from a bare clone, so that nothing is checked out. */
final class Pusher {

    private static final Pattern PUBLISHED = Pattern.compile("published in (\\d+) ms");

    private final GeneratedGarden garden;
    private final Path clone;
    private final String url;
    private int edits;

    /** With a clone of the garden as it was generated. */
    Pusher(Ground ground, GeneratedGarden garden, String url) throws IOException, InterruptedException {
        this.garden = garden;
        this.url = url;
        this.clone = ground.fresh("clone-" + Integer.toHexString(url.hashCode()) + ".git");
        Commands.run(
                "git",
                "clone",
                "-q",
                "--bare",
                ground.repository(garden.notes()).toString(),
                clone.toString());
    }

    /** What a push took, in milliseconds: for whoever pushed, and until it was published as the server tells, 0 if it does not. */
    record Took(double whole, double published) {}

    /** Edits {@code count} notes by a commit and pushes it. */
    Took push(int count) throws IOException, InterruptedException {
        commit(count);
        long started = System.nanoTime();
        String told = Commands.run("git", "-C", clone.toString(), "push", url, "main");
        double whole = (System.nanoTime() - started) / 1e6;
        Matcher published = PUBLISHED.matcher(told);
        return new Took(whole, published.find() ? Double.parseDouble(published.group(1)) : 0);
    }

    private void commit(int count) throws IOException, InterruptedException {
        StringBuilder stream = new StringBuilder("commit refs/heads/main\ncommitter Author <author@example.org> "
                + (1_700_000_000 + edits) + " +0000\ndata 4\nEdit\nfrom refs/heads/main^0\n");
        for (int i = 0; i < count; i++) {
            edits++;
            GeneratedNote note = garden.note((int) ((edits * 7_919L) % garden.notes()));
            String text = note.text() + "\nEdited for the time " + edits + ".\n";
            stream.append("M 100644 inline ")
                    .append(note.path())
                    .append("\ndata ")
                    .append(text.length())
                    .append('\n')
                    .append(text)
                    .append('\n');
        }
        Path file = Files.writeString(clone.resolve("edit.txt"), stream, StandardCharsets.US_ASCII);
        Process git = new ProcessBuilder(List.of("git", "-C", clone.toString(), "fast-import", "--quiet"))
                .redirectInput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (git.waitFor() != 0) {
            throw new IOException("git fast-import failed");
        }
    }

    /** Pushes one note each second until it is over. */
    void pushEverySecond(AtomicBoolean isOver) {
        try {
            while (!isOver.get()) {
                long next = System.currentTimeMillis() + 1_000;
                push(1);
                Thread.sleep(Math.max(0, next - System.currentTimeMillis()));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
