package garden.git.push;

import garden.git.NotesRepository;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.http.server.resolver.AsIsFileService;
import org.eclipse.jgit.lib.Repository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One repository over git's smart HTTP protocol, for clone, fetch and push; to be mounted at {@code /garden.git/*} without
 * support for async.
 *
 * <p>Who may: basic authentication with any user name and one of {@link AccessTokens} as password; a push always needs it,
 * a fetch does unless {@link GitLimits#anonymousClone}. Without it the answer is 401, before any of the body is read.
 * Anything but the three addresses of the protocol is 404. What a push may do: {@link PushRules}. Any number of threads.
 */
public final class GitHttp extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(GitHttp.class);

    private final transient NotesRepository repository;
    private final transient AccessTokens tokens;
    private final transient GitLimits limits;
    private final transient PushHooks hooks;
    private final transient ReentrantLock turn = new ReentrantLock();
    private final GitServlet git = new GitServlet();

    /** Serves {@code repository}; closes nothing of what it is given. */
    public GitHttp(NotesRepository repository, AccessTokens tokens, GitLimits limits, PushHooks hooks) {
        this.repository = repository;
        this.tokens = tokens;
        this.limits = limits;
        this.hooks = hooks;
    }

    /** Called by the servlet container, once. */
    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        git.setAsIsFileService(AsIsFileService.DISABLED);
        git.setRepositoryResolver((request, name) -> shared());
        git.setUploadPackFactory((request, served) -> fetch(request));
        git.setReceivePackFactory((request, served) -> new Push(repository, limits, hooks, turn));
        git.init(new QuietContext(config));
    }

    /** JGit closes the repository after each request. */
    private Repository shared() {
        repository.repository().incrementOpen();
        return repository.repository();
    }

    private Fetch fetch(HttpServletRequest request) {
        return new Fetch(repository.repository(), limits, Optional.ofNullable(request.getHeader("Git-Protocol")));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<GitService> service = GitService.of(request);
        if (service.isEmpty()) {
            answer(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "not found; this is a git repository: git clone this address");
        } else {
            serve(service.get(), request, response);
        }
    }

    private void serve(GitService service, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean isAllowed;
        try {
            isAllowed = isAllowed(service, request);
        } catch (IOException e) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("request {} failed: cannot find out who asks: {}", id, e.toString());
            answer(
                    response,
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    "something went wrong here; the number " + id + " finds it in the log");
            return;
        }
        if (isAllowed) {
            git.service(service.prepare(request), response);
        } else {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Garden\", charset=\"UTF-8\"");
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, reason(service, request));
        }
    }

    private boolean isAllowed(GitService service, HttpServletRequest request) throws IOException {
        if (service == GitService.FETCH && limits.anonymousClone()) {
            return true;
        }
        return tokens.admits(authorization(request));
    }

    private static String reason(GitService service, HttpServletRequest request) {
        Optional<String> password = authorization(request).flatMap(BasicAuth::password);
        return password.isPresent() ? GitService.wrongToken() : service.needsToken();
    }

    private static Optional<String> authorization(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"));
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
