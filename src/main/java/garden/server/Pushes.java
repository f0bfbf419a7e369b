package garden.server;

import garden.config.Config;
import garden.config.Secret;
import garden.git.NotesRepository;
import garden.git.push.AccessTokens;
import garden.git.push.GitHttp;
import garden.git.push.GitLimits;
import garden.git.push.PushHooks;
import garden.note.CommitId;
import garden.snapshot.ChangeReport;
import garden.sync.Publication;
import garden.sync.PushLog;
import garden.web.answer.PushReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a garden takes pushes: from whom, within which limits, and the reports of those it took. */
record Pushes(Config.Git limits, AccessTokens tokens, PushLog log) implements PushReports, AutoCloseable {

    static Pushes open(Config.Git limits, DataFolder data) throws IOException {
        AccessTokens tokens = new AccessTokens(data.tokens(), limits.token().map(Secret::value));
        return new Pushes(limits, tokens, PushLog.open(data.pushes()));
    }

    /** A token for a garden to which nobody could push; empty when somebody can. */
    Optional<String> firstToken(Instant now) throws IOException {
        boolean isNeeded = tokens.list().isEmpty() && limits.token().isEmpty();
        return isNeeded ? Optional.of(tokens.add("first", now)) : Optional.empty();
    }

    /** Keeps the report of a publication. That of a commit is kept when notes are read later that were pending at first. */
    void add(Publication published) {
        if (!published.before().tip().equals(published.now().tip())) {
            try {
                log.add(published.report());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What serves {@code repository} to git. */
    GitHttp git(NotesRepository repository, PushHooks hooks) {
        GitLimits limited = new GitLimits(
                limits.anonymousClone(),
                limits.allowForcePush(),
                limits.maxPackBytes(),
                limits.maxObjectBytes(),
                ConfigTranslation.pack(limits),
                limits.maxRefsPerPush(),
                limits.idleTimeout());
        return new GitHttp(repository, tokens, limited, hooks);
    }

    @Override
    public boolean isOpenTo(Optional<String> authorization) throws IOException {
        return tokens.admits(authorization);
    }

    @Override
    public Optional<ChangeReport> at(CommitId commit) throws IOException {
        return log.at(commit);
    }

    @Override
    public List<ChangeReport> newest(int offset, int count) throws IOException {
        return log.newest(offset, count);
    }

    @Override
    public List<ChangeReport> upTo(CommitId commit, int offset, int count) throws IOException {
        return log.upTo(commit, offset, count);
    }

    @Override
    public int size() throws IOException {
        return log.size();
    }

    @Override
    public void close() {
        log.close();
    }
}
