package garden.git.push;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a request wants of git's smart HTTP protocol. */
enum GitService {
    FETCH("git-upload-pack", "fetching from"),
    PUSH("git-receive-pack", "pushing to");

    private static final String HOW = "make one with: ./garden token add NAME";

    private final String name;
    private final String doing;

    GitService(String name, String doing) {
        this.name = name;
        this.doing = doing;
    }

    /** What the request wants; empty when it is not of the smart protocol. */
    static Optional<GitService> of(HttpServletRequest request) {
        for (GitService service : values()) {
            if (service.isAskedBy(request) || service.isDiscoveredBy(request)) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    private boolean isAskedBy(HttpServletRequest request) {
        return request.getMethod().equals("POST") && ("/" + name).equals(request.getPathInfo());
    }

    private boolean isDiscoveredBy(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "/info/refs".equals(request.getPathInfo())
                && ("service=" + name).equals(request.getQueryString());
    }

    /** What someone is told who sent no token. */
    String needsToken() {
        return doing + " this garden needs a token: any user name, and the token as password; " + HOW;
    }

    /** What someone is told whose password is no token. */
    static String wrongToken() {
        return "the password that was sent is no token of this garden, or no longer one; " + HOW;
    }

    /** The request as JGit expects it; of a fetch, with a bounded body. */
    HttpServletRequest prepare(HttpServletRequest request) {
        return this == FETCH ? new FetchRequest(request) : new GitRequest(request);
    }
}
