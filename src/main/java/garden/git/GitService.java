package garden.git;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a request wants of git's smart HTTP protocol. */
enum GitService {
    FETCH("git-upload-pack", "fetching from this garden needs a token"),
    PUSH("git-receive-pack", "pushing to this garden needs a token");

    private final String name;
    private final String needsToken;

    GitService(String name, String needsToken) {
        this.name = name;
        this.needsToken = needsToken;
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

    /** What someone without a valid token is told. */
    String unauthorized() {
        return needsToken + ": any user name, and the token as password; make one with: ./garden token add NAME";
    }

    /** The request as JGit expects it; of a fetch, with a bounded body. */
    HttpServletRequest prepare(HttpServletRequest request) {
        return this == FETCH ? new FetchRequest(request) : new GitRequest(request);
    }
}
