package garden.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A garden of any size, for measuring: the same numbers give the same commit anywhere. Nothing of it is held in memory; each note is a
 * function of its number.
 *
 * <p>Notes are begun in the order of their numbers by the first six tenths of the commits; the others edit some of them ({@code 7} and
 * {@code 27} of forty) and rename some ({@code 3} of forty). Half of the notes are in one folder, {@code log}; the others in a tree of folders.
 *
 * @param commits at least 2
 */
public record GeneratedGarden(int notes, int commits, long seed) {

    private static final List<Integer> LATER = List.of(3, 7, 27);
    private static final int RENAMED = 3;
    private static final int PERIOD = 40;
    private static final long FIRST_COMMIT = 1_500_000_000;
    private static final int SECONDS_BETWEEN = 600;

    /** A garden with a usual number of commits: one for twenty notes, 10 to 1,000. */
    public static GeneratedGarden of(int notes, long seed) {
        return new GeneratedGarden(notes, Math.clamp(notes / 20, 10, 1_000), seed);
    }

    /** The note of this number. */
    public GeneratedNote note(int number) {
        return new GeneratedNote(this, number);
    }

    /** Makes a bare repository at {@code folder}, with {@code main}. */
    public void writeTo(Path folder) throws IOException, InterruptedException {
        run(new ProcessBuilder("git", "init", "-q", "--bare", "-b", "main", folder.toString()).start());
        Process git = new ProcessBuilder("git", "-C", folder.toString(), "fast-import", "--quiet")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream out = new BufferedOutputStream(git.getOutputStream(), 1 << 16)) {
            write(out);
        }
        run(git);
    }

    private static void run(Process git) throws IOException, InterruptedException {
        if (git.waitFor() != 0) {
            throw new IOException("git failed with status " + git.exitValue());
        }
    }

    /** The stream for {@code git fast-import}. */
    void write(OutputStream out) throws IOException {
        int beginning = Math.max(1, commits * 6 / 10);
        for (int i = 0; i < beginning; i++) {
            commit(out, i, "Begin notes");
            for (int note = part(notes, i, beginning); note < part(notes, i + 1, beginning); note++) {
                put(out, firstPath(note(note)), note(note).firstText());
            }
        }
        int changing = commits - beginning;
        int changes = (notes / PERIOD + 1) * LATER.size();
        for (int i = 0; i < changing; i++) {
            commit(out, beginning + i, "Edit and rename notes");
            for (int change = part(changes, i, changing); change < part(changes, i + 1, changing); change++) {
                int number = change / LATER.size() * PERIOD + LATER.get(change % LATER.size());
                if (number < notes) {
                    change(out, note(number));
                }
            }
        }
    }

    private static int part(int whole, int part, int parts) {
        return (int) ((long) whole * part / parts);
    }

    private static boolean isRenamed(GeneratedNote note) {
        return note.number() % PERIOD == RENAMED;
    }

    private static String firstPath(GeneratedNote note) {
        return isRenamed(note) ? "inbox/" + note.name() + " draft.md" : note.path();
    }

    private static void change(OutputStream out, GeneratedNote note) throws IOException {
        if (isRenamed(note)) {
            line(out, "R \"" + firstPath(note) + "\" \"" + note.path() + "\"");
        } else {
            put(out, note.path(), note.text());
        }
    }

    private void commit(OutputStream out, int number, String message) throws IOException {
        int author = number % 5;
        String when =
                " <author" + author + "@example.org> " + (FIRST_COMMIT + (long) number * SECONDS_BETWEEN) + " +0000";
        line(out, "commit refs/heads/main");
        line(out, "author Author " + author + when);
        line(out, "committer Author " + author + when);
        line(out, "data " + message.length());
        line(out, message);
    }

    private static void put(OutputStream out, String path, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        line(out, "M 100644 inline " + path);
        line(out, "data " + content.length);
        out.write(content);
        out.write('\n');
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
