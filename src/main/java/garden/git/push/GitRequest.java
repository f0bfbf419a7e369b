package garden.git.push;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose path begins with the name of a repository: JGit looks for it there, not in the servlet's own path. */
class GitRequest extends HttpServletRequestWrapper {

    GitRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getServletPath() {
        return "";
    }

    @Override
    public String getPathInfo() {
        return "/garden.git" + super.getPathInfo();
    }
}
