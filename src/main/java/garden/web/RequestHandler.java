package garden.web;

import garden.page.address.Address;
import garden.page.address.Basis;
import garden.page.address.Site;
import garden.page.layout.Viewer;
import garden.page.note.UnreadableBlobException;
import garden.page.view.RequestFailure;
import garden.snapshot.Garden;
import garden.web.answer.Answer;
import garden.web.answer.HttpFailure;
import garden.web.answer.PageVersion;
import garden.web.answer.ReaderGoneException;
import garden.web.answer.ResponseStart;
import garden.web.webhook.Webhooks;
import garden.web.wiring.Wiring;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to an answer; the one place where failures become answers. */
final class RequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    /** Of the number that is in the log and on the page. */
    private static final int ID_DIGITS = 8;

    private static final String API = "/-/api/";

    /** The attribute of a request that holds its {@link Viewer}, once that is known. */
    private static final String VIEWER = "garden.viewer";

    private final Site site;
    private final Wiring.Making making;
    private final Wiring.Running running;
    private final Wiring.Doors doors;
    private final Operators operators;
    private final AnswerSource source;
    private final AnswerWriter writer;

    RequestHandler(Wiring wiring, PageVersion pageVersion) {
        this.site = wiring.site();
        this.making = wiring.making();
        this.running = wiring.running();
        this.doors = wiring.doors();
        this.operators = new Operators(doors.pushes(), running.status());
        this.source = new AnswerSource(site, new Answers(site, making, running, doors), pageVersion, running);
        this.writer = new AnswerWriter(doors.blobs(), running, pageVersion, wiring.heartbeat());
    }

    void mount(RoutesConfig routes) {
        routes.before("/*", this::refuseChanges);
        routes.get("/*", surviving(this::get));
        routes.head("/*", surviving(this::get));
        routes.post("/*", surviving(this::deliver));
        routes.after("/*", context -> running.metrics().ifPresent(metrics -> metrics.answered(context.statusCode())));
        routes.exception(HttpFailure.class, (failure, context) -> failed(context, failure.reason(), Optional.empty()));
        routes.exception(Exception.class, this::broke);
    }

    /** An {@link Error} is one failed request, told like any other, and no page of the web server's own. */
    private Handler surviving(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Error e) {
                broke(e, context);
            }
        };
    }

    /** Whatever the method is called: a route for each would leave out those that Javalin does not know. */
    private void refuseChanges(Context context) {
        String method = context.req().getMethod();
        boolean isDelivery = method.equals("POST") && hook(context).isPresent();
        if (!method.equals("GET") && !method.equals("HEAD") && !isDelivery) {
            context.header("Allow", "GET, HEAD");
            throw new HttpFailure(HttpFailure.Reason.METHOD_NOT_ALLOWED);
        }
    }

    /** The forge that is addressed, whether this server takes deliveries or not. */
    private Optional<String> hook(Context context) {
        return site.below(context.req().getRequestURI())
                .map(path -> Address.parse(path, ""))
                .flatMap(address ->
                        address instanceof Address.Hook(String forge) ? Optional.of(forge) : Optional.empty());
    }

    private void deliver(Context context) throws IOException {
        Webhooks hooks = doors.hooks().orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
        Answer.Body answer = hooks.take(hook(context).orElseThrow(), context.req());
        writer.writeBody(context, answer, running.live().garden().commit());
    }

    private void get(Context context) throws IOException {
        if (context.req().getRequestURI().equals(site.basePath())) {
            writer.write(context, home(context), running.live().garden().commit());
            return;
        }
        Viewer viewer = operators.viewer(Optional.ofNullable(context.header("Authorization")));
        context.attribute(VIEWER, viewer);
        Address address = address(context);
        checkAccess(address, viewer, context);
        Garden garden = running.live().garden();
        boolean isAsForReaders = viewer.banner().isEmpty() && !AnswerSource.isTheirsAlone(address, viewer, garden);
        if (isAsForReaders && address.basis().isCommit() && writer.isKept(context, garden.commit())) {
            return;
        }
        AnswerSource.Made made = running.live().read(snapshot -> {
            AnswerSource.Made answer = source.at(address, viewer, snapshot);
            streamed(context, answer);
            return answer;
        });
        finish(context, made);
    }

    /** What was not sent while it was made. */
    private void finish(Context context, AnswerSource.Made made) throws IOException {
        if (!(made.answer() instanceof Answer.Stream)) {
            writer.write(context, made.answer(), made.commit());
        }
    }

    /** A stream reads its snapshot while it is sent. */
    private void streamed(Context context, AnswerSource.Made made) {
        if (made.answer() instanceof Answer.Stream stream) {
            try {
                writer.write(context, stream, made.commit());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The home page of a site below a path is in that folder, so that what it links to is too. */
    private Answer home(Context context) {
        String query = Optional.ofNullable(context.req().getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        return new Answer.Moved(site.basePath() + "/" + query);
    }

    /** Only reports of pushes are for those with a token; where nobody can push there are none. */
    private void checkAccess(Address address, Viewer viewer, Context context) {
        if (address.basis() != Basis.PUSHES) {
            return;
        }
        if (doors.pushes().isEmpty()) {
            throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
        }
        if (!viewer.isOperator()) {
            context.header("WWW-Authenticate", "Basic realm=\"Garden\", charset=\"UTF-8\"");
            throw new HttpFailure(HttpFailure.Reason.UNAUTHORIZED);
        }
    }

    /** The path as it came, since decoding it twice or once too early would change which note it names. */
    private Address address(Context context) {
        String raw = context.req().getRequestURI();
        String query = Optional.ofNullable(context.req().getQueryString()).orElse("");
        if (raw.equals("/healthz") || raw.equals("/readyz") || isMetrics(raw)) {
            return Address.parse(raw, query);
        }
        return site.below(raw)
                .map(path -> Address.parse(path, query))
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
    }

    /** At the top also below a base path, as the other addresses for machines. */
    private boolean isMetrics(String raw) {
        return raw.equals("/metrics") && running.metrics().isPresent();
    }

    private void broke(Throwable failure, Context context) {
        if (ReaderGoneException.isOne(failure)) {
            LOG.debug("reader left {}: {}", context.path(), failure.toString());
            return;
        }
        Optional<UnreadableBlobException> unreadable = UnreadableBlobException.of(failure);
        if (unreadable.isPresent()) {
            LOG.debug("cannot answer {}: {}", context.path(), failure.toString());
            String id = unreadable.get().blob().hex().substring(0, ID_DIGITS);
            broke(failure, context, unreadable(unreadable.get().use()), id);
        } else {
            String id = UUID.randomUUID().toString().substring(0, ID_DIGITS);
            LOG.error("request {} failed: {} {}", id, context.req().getMethod(), context.path(), failure);
            broke(failure, context, HttpFailure.Reason.BROKEN, id);
        }
    }

    private static HttpFailure.Reason unreadable(UnreadableBlobException.Use use) {
        return switch (use) {
            case NOTE -> HttpFailure.Reason.NO_NOTE;
            case FILE -> HttpFailure.Reason.NO_FILE;
        };
    }

    private void broke(Throwable failure, Context context, HttpFailure.Reason reason, String id) {
        if (ResponseStart.isSo(context)) {
            ResponseStart.cutOff(context, failure);
        } else {
            context.res().reset();
            failed(context, reason, Optional.of(id));
        }
    }

    /** The page of a request that is none, with its status. */
    byte[] refused(int status) {
        HttpFailure.Reason reason = status == 400 ? HttpFailure.Reason.BAD_ADDRESS : HttpFailure.Reason.UNREADABLE;
        RequestFailure failure = new RequestFailure(status, reason.text(), Optional.empty());
        return page(failure, Viewer.READER, running.live().garden()).bytes();
    }

    private Answer.Body page(RequestFailure failure, Viewer viewer, Garden garden) {
        return making.answers().unkept(failure.status(), making.views().error(garden, viewer, failure));
    }

    private void failed(Context context, HttpFailure.Reason reason, Optional<String> id) {
        Garden garden = running.live().garden();
        Viewer viewer = Optional.<Viewer>ofNullable(context.attribute(VIEWER)).orElse(Viewer.READER);
        RequestFailure failure = new RequestFailure(reason.status(), reason.text(), id);
        boolean isApi = context.req().getRequestURI().contains(API);
        Answer.Body answer = isApi
                ? Answer.Body.json(failure.status(), failure, Answer.Caching.NEVER)
                : page(failure, viewer, garden);
        writer.writeBody(context, viewer.banner().isPresent() ? answer.forOperators() : answer, garden.commit());
    }
}
