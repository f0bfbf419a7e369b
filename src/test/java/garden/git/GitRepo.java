package garden.git;

import garden.note.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A work tree driven by the real git command, without the user's or the system's configuration. The branch is {@code main};
 * the first commit is made at {@link #START} unless {@link #at} says otherwise, each further one a minute later.
 */
public final class GitRepo {

    /** When the first commit is made. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Path path;
    private Instant now = START;

    private GitRepo(Path path) {
        this.path = path;
    }

    /** What a git command printed, errors included, and its exit code. */
    public record Output(int exitCode, String text) {
        /** This, if the command succeeded; else an error with what it printed. */
        public Output orFail() {
            if (exitCode != 0) {
                throw new AssertionError("git: exit code " + exitCode + ": " + text);
            }
            return this;
        }
    }

    /** A new repository in the folder {@code path}, which is made if need be. */
    public static GitRepo in(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GitRepo repo = new GitRepo(path);
        repo.git("init", "-q", "-b", "main").orFail();
        return repo;
    }

    /** The clone of {@code url} in the folder {@code path}, which must not exist. */
    public static GitRepo cloneOf(String url, Path path) {
        run(
                        Path.of("").toAbsolutePath(),
                        START,
                        List.of("clone", "-q", url, path.toAbsolutePath().toString()))
                .orFail();
        return new GitRepo(path);
    }

    /** Runs git in the folder {@code path}. */
    public static Output runIn(Path path, String... arguments) {
        return run(path, START, List.of(arguments));
    }

    /** The address with a token in it, as someone would give it to git. */
    public static String withToken(String url, String token) {
        return url.replace("://", "://writer:" + token + "@");
    }

    /** The work tree. */
    public Path path() {
        return path;
    }

    /** Sets when the next commit is made, as author and as committer. */
    public GitRepo at(Instant time) {
        now = time;
        return this;
    }

    /** Writes a file of the work tree, and its folders. */
    public GitRepo write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file of the work tree, and its folders. */
    public GitRepo write(String file, byte[] bytes) {
        try {
            Path target = path.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file of the work tree. */
    public GitRepo delete(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves a file of the work tree, making folders as needed. */
    public GitRepo move(String from, String to) {
        try {
            Files.createDirectories(path.resolve(to).getParent());
            Files.move(path.resolve(from), path.resolve(to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits the whole work tree, changed or not, and returns the commit. */
    public CommitId commit(String message) {
        git("add", "-A").orFail();
        git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", message)
                .orFail();
        now = now.plusSeconds(60);
        return head();
    }

    /** The commit that is checked out. */
    public CommitId head() {
        return new CommitId(git("rev-parse", "HEAD").orFail().text().strip());
    }

    /** Pushes what is checked out to {@code main}. */
    public Output push(String url, String token) {
        return git("push", withToken(url, token), "HEAD:main");
    }

    /** Runs git in the work tree. */
    public Output git(String... arguments) {
        return run(path, now, List.of(arguments));
    }

    private static Output run(Path folder, Instant now, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        setEnvironment(builder.environment(), now);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void setEnvironment(Map<String, String> environment, Instant now) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        String date = now.getEpochSecond() + " +0000";
        environment.putAll(Map.of(
                "HOME", "/nonexistent",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_TERMINAL_PROMPT", "0",
                "GIT_AUTHOR_NAME", "Author",
                "GIT_AUTHOR_EMAIL", "author@example.org",
                "GIT_COMMITTER_NAME", "Committer",
                "GIT_COMMITTER_EMAIL", "committer@example.org",
                "GIT_AUTHOR_DATE", date,
                "GIT_COMMITTER_DATE", date));
    }
}
