package garden.web;

import garden.concurrent.Timings;
import garden.web.answer.PageVersion;
import garden.web.live.LiveUpdates;
import garden.web.wiring.Wiring;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;

/** The web server. One handler takes every page's address apart; git has a servlet of its own. */
public final class GardenServer implements AutoCloseable {

    /** Where git is served, below the base path. */
    public static final String GIT_PATH = "/garden.git";

    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private final Javalin javalin;
    private final LiveUpdates updates;

    private GardenServer(Javalin javalin, LiveUpdates updates) {
        this.javalin = javalin;
        this.updates = updates;
    }

    /**
     * Listens on {@code host} and {@code port}; 0 is any free one.
     *
     * @throws IOException when the address cannot be listened on
     */
    public static GardenServer start(Wiring wiring, String host, int port) throws IOException {
        RequestHandler handler = new RequestHandler(wiring, PageVersion.of(wiring.site(), wiring.settings()));
        Javalin javalin = Javalin.create(config -> configure(config, wiring, handler));
        try {
            javalin.start(host, port);
        } catch (RuntimeException e) {
            javalin.stop();
            throw new IOException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        return new GardenServer(javalin, wiring.running().updates());
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    private static void configure(JavalinConfig config, Wiring wiring, RequestHandler handler) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = false;
        config.router.treatMultipleSlashesAsSingleSlash = false;
        config.jetty.modifyHttpConfiguration(GardenServer::acceptAnyPath);
        config.jetty.modifyServletContextHandler(context -> mountGit(context, wiring));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new RefusedRequests(handler));
            FinishedPageHandler finished = new FinishedPageHandler(wiring.running());
            finished.setHandler(new SecuredResponses());
            server.setHandler(finished);
            for (var connector : server.getConnectors()) {
                if (connector instanceof ServerConnector http) {
                    http.setIdleTimeout(idle(wiring).toMillis());
                }
            }
        });
        handler.mount(config.routes);
    }

    /** Long enough for a heartbeat to arrive, short enough that a reader who does not read is let go. */
    private static Duration idle(Wiring wiring) {
        Duration twoBeats = wiring.heartbeat().multipliedBy(2);
        return twoBeats.compareTo(Timings.IDLE_CONNECTION) > 0 ? twoBeats : Timings.IDLE_CONNECTION;
    }

    /** Names of notes may hold {@code ;}, {@code //} or an encoded slash; what they mean is for {@code Address} to say. */
    private static void acceptAnyPath(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
    }

    /** JGit's servlet answers in the thread of the request and knows no other way. */
    private static void mountGit(ServletContextHandler context, Wiring wiring) {
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        wiring.doors().git().ifPresent(servlet -> {
            ServletHolder git = new ServletHolder("git", servlet);
            git.setAsyncSupported(false);
            context.addServlet(git, decoded(wiring.site().basePath()) + GIT_PATH + "/*");
        });
    }

    /** Servlets are found by decoded paths. */
    private static String decoded(String basePath) {
        return URI.create(basePath).getPath();
    }

    /** Lets live readers go and stops listening. */
    @Override
    public void close() {
        updates.close();
        javalin.stop();
    }
}
