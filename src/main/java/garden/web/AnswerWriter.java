package garden.web;

import garden.note.CommitId;
import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import garden.web.answer.BlobSource;
import garden.web.answer.ByteRange;
import garden.web.answer.ContentTypes;
import garden.web.answer.FinishedPage;
import garden.web.answer.HttpFailure;
import garden.web.answer.LateBody;
import garden.web.answer.LfsPointer;
import garden.web.answer.PageVersion;
import garden.web.answer.ResponseStart;
import garden.web.answer.SecurityHeaders;
import garden.web.live.LiveUpdates;
import garden.web.wiring.Wiring;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts an answer on the wire: status, headers, tag, bytes. */
final class AnswerWriter {

    /** The header that names the commit of an answer. */
    static final String COMMIT = "X-Garden-Commit";

    private static final String IF_NONE_MATCH = "If-None-Match";

    private final BlobSource blobs;
    private final PageVersion pageVersion;
    private final Duration heartbeat;
    private final LiveUpdates updates;

    AnswerWriter(BlobSource blobs, Wiring.Running running, PageVersion pageVersion, Duration heartbeat) {
        this.blobs = blobs;
        this.pageVersion = pageVersion;
        this.heartbeat = heartbeat;
        this.updates = running.updates();
    }

    /** Sends {@code answer}, made from the snapshot of {@code commit}. */
    void write(Context context, Answer answer, CommitId commit) throws IOException {
        switch (answer) {
            case Answer.Body body -> writeBody(context, body, commit);
            case Answer.Stream stream -> stream(context, stream, commit);
            case Answer.File file -> file(context, file, commit);
            case Answer.Moved(String href) -> sent(context, href, 301, commit);
            case Answer.Sent(String href, int status) -> sent(context, href, status, commit);
            case Answer.Live live -> live(context, live, commit);
            case FinishedPage page -> writePage(context, page, commit);
        }
    }

    private static void head(Context context, CommitId commit, SecurityHeaders security) {
        context.header(COMMIT, commit.hex());
        security.putOn(context::header);
    }

    /**
     * Whether the reader has the answer of {@code commit} at this address already; then says so. A tag is of one address, one
     * commit and one kind of answer, so that it need not be made again for that.
     */
    boolean isKept(Context context, CommitId commit) {
        String known = context.header(IF_NONE_MATCH);
        if (known == null) {
            return false;
        }
        Optional<SecurityHeaders> kept = Stream.of(SecurityHeaders.values())
                .filter(kind -> PageVersion.matches(known, tag(context, commit, kind)))
                .findFirst();
        kept.ifPresent(security -> {
            head(context, commit, security);
            byCommit(context, Caching.BY_COMMIT, commit, security);
            context.status(304);
        });
        return kept.isPresent();
    }

    /** Sends a finished page, which stands for {@code commit} too. */
    private static void writePage(Context context, FinishedPage page, CommitId commit) throws IOException {
        HttpServletResponse response = context.res();
        response.setHeader(COMMIT, commit.hex());
        FinishedPage.putOn(page.security(), response::setHeader);
        response.setHeader("ETag", page.tag());
        if (page.isKnown(context.header(IF_NONE_MATCH))) {
            context.status(304);
            return;
        }
        boolean isPacked = AcceptedCoding.isGzip(context.header("Accept-Encoding"));
        byte[] bytes = isPacked ? page.packed() : page.plain();
        if (isPacked) {
            response.setHeader("Content-Encoding", "gzip");
        }
        context.contentType(ContentTypes.HTML);
        response.setContentLength(bytes.length);
        if (!context.req().getMethod().equals("HEAD")) {
            ResponseStart.mark(context);
            response.getOutputStream().write(bytes);
        }
    }

    /** Sends a body that is whole, made from the snapshot of {@code commit}. */
    void writeBody(Context context, Answer.Body body, CommitId commit) {
        head(context, commit, body.security());
        byCommit(context, body.caching(), commit, body.security());
        if (body.caching() == Caching.BY_CONTENT) {
            context.header("ETag", pageVersion.tag(body.shown(), asked(context), body.security()));
        }
        if (isKnown(context, body)) {
            context.status(304);
            return;
        }
        context.status(body.status());
        context.contentType(body.contentType());
        context.result(body.bytes());
    }

    private boolean isKnown(Context context, Answer.Body body) {
        String known = context.header(IF_NONE_MATCH);
        return switch (body.caching()) {
            case BY_COMMIT -> PageVersion.isAny(known);
            case BY_CONTENT ->
                PageVersion.isAny(known)
                        || PageVersion.matches(known, pageVersion.tag(body.shown(), asked(context), body.security()));
            default -> false;
        };
    }

    /** What 304 must repeat of the answer it stands for: RFC 9110, section 15.4.5. */
    private void byCommit(Context context, Caching caching, CommitId commit, SecurityHeaders security) {
        context.header("Vary", caching == Caching.FOR_OPERATORS ? "Accept-Encoding, Authorization" : "Accept-Encoding");
        context.header("Cache-Control", caching.header());
        if (caching == Caching.BY_COMMIT) {
            context.header("ETag", tag(context, commit, security));
        }
    }

    private String tag(Context context, CommitId commit, SecurityHeaders security) {
        return pageVersion.tag(commit, asked(context), security);
    }

    private static String asked(Context context) {
        return FinishedPage.asked(context.req().getRequestURI(), context.req().getQueryString());
    }

    private static void sent(Context context, String href, int status, CommitId commit) {
        head(context, commit, SecurityHeaders.REDIRECT);
        context.status(status);
        context.header("Location", href);
        context.header("Cache-Control", "no-cache");
    }

    private void stream(Context context, Answer.Stream stream, CommitId commit) throws IOException {
        if (stream.caching() == Caching.BY_COMMIT && PageVersion.isAny(context.header(IF_NONE_MATCH))) {
            streamHead(context, stream, commit);
            context.status(304);
            return;
        }
        LateBody body = new LateBody(() -> {
            streamHead(context, stream, commit);
            context.contentType(stream.contentType());
            ResponseStart.mark(context);
            return context.outputStream();
        });
        stream.writer().write(body);
        body.finish();
    }

    private void streamHead(Context context, Answer.Stream stream, CommitId commit) {
        head(context, commit, stream.security());
        byCommit(context, stream.caching(), commit, stream.security());
    }

    private void file(Context context, Answer.File file, CommitId commit) throws IOException {
        String tag = tag(file);
        String known = context.header(IF_NONE_MATCH);
        if (PageVersion.isAny(known) || PageVersion.matches(known, tag)) {
            fileHead(context, file, commit);
            context.status(304);
            return;
        }
        long size = blobs.size(file.blob());
        if (size <= LfsPointer.MAX_BYTES && LfsPointer.isOne(blobs, file.blob())) {
            fileHead(context, file, commit);
            Answer.Body standIn = LfsPointer.standIn(file);
            context.status(standIn.status());
            context.contentType(standIn.contentType());
            context.result(standIn.bytes());
            return;
        }
        Optional<String> range = Optional.ofNullable(context.header("Range"))
                .filter(header -> Optional.ofNullable(context.header("If-Range"))
                        .map(tag::equals)
                        .orElse(true));
        Headed headed = new Headed(file, () -> {
            fileHead(context, file, commit);
            context.contentType(file.contentType());
        });
        switch (ByteRange.parse(range, size)) {
            case ByteRange.Request.Whole whole -> part(context, headed, new ByteRange(0, size - 1), Optional.empty());
            case ByteRange.Request.Part(ByteRange part) ->
                part(context, headed, part, Optional.of("bytes " + part.first() + "-" + part.last() + "/" + size));
            case ByteRange.Request.Unsatisfiable none -> {
                headed.head().run();
                context.status(416);
                context.header("Content-Range", "bytes */" + size);
            }
        }
    }

    /** A file, and what sets the headers of an answer with it or a part of it. */
    private record Headed(Answer.File file, Runnable head) {}

    /** Written past Javalin's own compression, which would make nonsense of offsets. {@code range} is empty for a whole file. */
    private void part(Context context, Headed headed, ByteRange part, Optional<String> range) throws IOException {
        LateBody body = new LateBody(() -> {
            headed.head().run();
            context.status(range.isPresent() ? 206 : 200);
            range.ifPresent(which -> context.header("Content-Range", which));
            context.res().setContentLengthLong(part.length());
            ResponseStart.mark(context);
            return context.res().getOutputStream();
        });
        if (!context.req().getMethod().equals("HEAD")) {
            try (InputStream in = blobs.stream(headed.file().blob(), part.first(), part.length())) {
                in.transferTo(body);
            }
        }
        body.finish();
    }

    private static String tag(Answer.File file) {
        return "\"" + file.blob().hex() + "\"";
    }

    private static void fileHead(Context context, Answer.File file, CommitId commit) {
        head(context, commit, file.contentType().equals(ContentTypes.PDF) ? SecurityHeaders.PDF : SecurityHeaders.FILE);
        context.header("ETag", tag(file));
        context.header("Cache-Control", file.caching().header());
        if (file.caching() == Caching.FOR_OPERATORS) {
            context.header("Vary", "Authorization");
        }
        context.header("Accept-Ranges", "bytes");
    }

    /**
     * Runs as long as the page is open, in the request's own thread: whoever reads slowly holds up only this one. Ends when
     * the reader is gone, which a heartbeat finds out, or is let go.
     *
     * <p>The greeting names the commit that is served after the connection was made, and says whether the page still shows what it would
     * show: one published before it is in the greeting, one published after it in the queue, and none is missed.
     */
    private void live(Context context, Answer.Live answer, CommitId commit) throws IOException {
        head(context, commit, SecurityHeaders.STREAM);
        HttpServletResponse response = context.res();
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", Caching.NEVER.header());
        response.setHeader("X-Accel-Buffering", "no");
        if (context.req().getMethod().equals("HEAD")) {
            return;
        }
        try (LiveUpdates.Client client = updates.connect(answer.audience(), answer.watch())
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.TOO_MANY_READERS))) {
            LateBody out = new LateBody(response::getOutputStream);
            ResponseStart.mark(context);
            Answer.Greeting greeting = answer.greeting().get();
            String holds = greeting.holds().map(is -> ",\"holds\":" + is).orElse("");
            send(out, event("hello", greeting.commit(), holds));
            while (client.isConnected()) {
                Optional<CommitId> next = client.next(heartbeat);
                if (client.isConnected()) {
                    send(out, next.map(changed -> event("changed", changed, "")).orElse(":\n\n"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String event(String name, CommitId commit, String more) {
        return "event: " + name + "\ndata: {\"commit\":\"" + commit.hex() + "\"" + more + "}\n\n";
    }

    private static void send(LateBody out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.finish();
        out.flush();
    }
}
