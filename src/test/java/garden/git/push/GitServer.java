package garden.git.push;

import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.git.seed.Seed;
import garden.note.CommitId;
import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A real HTTP server with {@link GitHttp} for an empty repository, on a free port of the loopback. */
public final class GitServer implements AutoCloseable {

    public static final GitLimits LIMITS =
            new GitLimits(false, false, 10_000_000, 1_000_000, 4, Duration.ofSeconds(20));

    public final NotesRepository repository;
    final AccessTokens tokens;
    public final String token;
    public final List<String> pushed = Collections.synchronizedList(new ArrayList<>());
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    public GitServer(Path data, GitLimits limits, PushHooks hooks) throws Exception {
        ServedBranch branch = new ServedBranch("main");
        Path location = data.resolve("garden.git");
        new Seed(Optional.empty(), branch, Folder.ROOT).plant(location, GitRepo.START);
        repository = NotesRepository.open(location, branch, Folder.ROOT);
        tokens = new AccessTokens(data.resolve("tokens"), Optional.empty());
        token = tokens.add("test", GitRepo.START);
        start(new GitHttp(repository, tokens, limits, new PushHooks(hooks.policy(), recording(hooks.listener()))));
    }

    /** Hooks that agree to everything and say nothing. */
    public static PushHooks quiet() {
        return new PushHooks(move -> List.of(), (before, after) -> List.of());
    }

    private PushListener recording(PushListener listener) {
        return (before, after) -> {
            pushed.add(before.map(CommitId::abbreviated).orElse("none") + " -> " + after.abbreviated());
            return listener.pushed(before, after);
        };
    }

    private void start(GitHttp http) throws Exception {
        ServletHolder holder = new ServletHolder(http);
        holder.setAsyncSupported(false);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(holder, "/garden.git/*");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/garden.git";
    }

    public String urlWithToken() {
        return GitRepo.withToken(url(), token);
    }

    public Optional<CommitId> tip() throws IOException {
        return repository.tip();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        repository.close();
    }
}
