package garden.git.push;

import garden.git.RemoteText;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration of a servlet whose failures are logged in one line each. JGit logs what any client can provoke, such as
 * a body that is no pack, with a stack trace; that is left to what is a bug.
 */
record QuietContext(ServletConfig config) implements ServletConfig {

    private static final Logger LOG = LoggerFactory.getLogger(GitHttp.class);

    @Override
    public String getServletName() {
        return config.getServletName();
    }

    @Override
    public ServletContext getServletContext() {
        ServletContext context = config.getServletContext();
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("log")) {
                log(arguments);
                return null;
            }
            try {
                return method.invoke(context, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
        return (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class}, handler);
    }

    private static void log(Object[] arguments) {
        Object cause = arguments[arguments.length - 1];
        if (cause instanceof RuntimeException || cause instanceof Error) {
            LOG.error("{}", arguments);
        } else if (cause instanceof Throwable failure) {
            LOG.info("{}: {}", arguments[0], RemoteText.line(failure.toString()));
        } else {
            LOG.info("{}", arguments[0]);
        }
    }

    @Override
    public @Nullable String getInitParameter(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.emptyEnumeration();
    }
}
