package garden.web;

import garden.note.CommitId;
import garden.snapshot.LiveGarden;
import garden.web.Answer.Caching;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts an answer on the wire: status, headers, tag, bytes. */
final class AnswerWriter {

    private static final String IF_NONE_MATCH = "If-None-Match";

    private final BlobDoor blobs;
    private final Edition edition;
    private final Duration heartbeat;
    private final LiveUpdates updates;
    private final LiveGarden live;

    AnswerWriter(Wiring wiring, Edition edition) {
        this.blobs = wiring.blobs();
        this.edition = edition;
        this.heartbeat = wiring.heartbeat();
        this.updates = wiring.updates();
        this.live = wiring.live();
    }

    /** Sends {@code answer}, made from the snapshot of {@code commit}. */
    void write(Context context, Answer answer, CommitId commit) throws IOException {
        switch (answer) {
            case Answer.Body body -> writeBody(context, body, commit);
            case Answer.Stream stream -> stream(context, stream, commit);
            case Answer.File file -> file(context, file, commit);
            case Answer.Moved(String href) -> sent(context, href, 301, commit);
            case Answer.Sent(String href, int status) -> sent(context, href, status, commit);
            case Answer.Live(LiveUpdates.Watch watch) -> live(context, watch, commit);
        }
    }

    private static void head(Context context, CommitId commit, SecurityHeaders security) {
        context.header("X-Garden-Commit", commit.hex());
        security.putOn(context::header);
    }

    /**
     * Whether the reader has the answer of {@code commit} at this address already; then says so. A tag is of one address, one
     * commit and one kind of answer, so that it need not be made again for that.
     */
    boolean isKept(Context context, CommitId commit) {
        Optional<SecurityHeaders> kept = Stream.of(SecurityHeaders.values())
                .filter(kind -> Edition.matches(context.header(IF_NONE_MATCH), tag(context, commit, kind)))
                .findFirst();
        kept.ifPresent(security -> {
            head(context, commit, security);
            byCommit(context, Caching.BY_COMMIT, commit, security);
            context.status(304);
        });
        return kept.isPresent();
    }

    /** Sends a body that is whole, made from the snapshot of {@code commit}. */
    void writeBody(Context context, Answer.Body body, CommitId commit) {
        head(context, commit, body.security());
        byCommit(context, body.caching(), commit, body.security());
        if (body.caching() == Caching.BY_COMMIT && Edition.isAny(context.header(IF_NONE_MATCH))) {
            context.status(304);
            return;
        }
        context.status(body.status());
        context.contentType(body.contentType());
        context.result(body.bytes());
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
        String asked = context.req().getRequestURI() + "?" + context.req().getQueryString();
        return edition.tag(commit, asked, security);
    }

    private static void sent(Context context, String href, int status, CommitId commit) {
        head(context, commit, SecurityHeaders.REDIRECT);
        context.status(status);
        context.header("Location", href);
        context.header("Cache-Control", "no-cache");
    }

    private void stream(Context context, Answer.Stream stream, CommitId commit) throws IOException {
        head(context, commit, stream.security());
        byCommit(context, stream.caching(), commit, stream.security());
        if (stream.caching() == Caching.BY_COMMIT && Edition.isAny(context.header(IF_NONE_MATCH))) {
            context.status(304);
            return;
        }
        context.contentType(stream.contentType());
        stream.writer().write(context.outputStream());
    }

    private void file(Context context, Answer.File file, CommitId commit) throws IOException {
        head(context, commit, file.contentType().equals(ContentTypes.PDF) ? SecurityHeaders.PDF : SecurityHeaders.FILE);
        String tag = "\"" + file.blob().hex() + "\"";
        context.header("ETag", tag);
        context.header("Cache-Control", file.caching().header());
        context.header("Accept-Ranges", "bytes");
        String known = context.header(IF_NONE_MATCH);
        if (Edition.isAny(known) || Edition.matches(known, tag)) {
            context.status(304);
            return;
        }
        long size = blobs.size(file.blob());
        if (size <= LfsPointer.MAX_BYTES && LfsPointer.isOne(blobs, file.blob())) {
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
        context.contentType(file.contentType());
        switch (ByteRange.parse(range, size)) {
            case ByteRange.Request.Whole whole -> part(context, file, new ByteRange(0, size - 1));
            case ByteRange.Request.Part(ByteRange part) -> {
                context.status(206);
                context.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
                part(context, file, part);
            }
            case ByteRange.Request.Unsatisfiable none -> {
                context.status(416);
                context.header("Content-Range", "bytes */" + size);
            }
        }
    }

    /** Written past Javalin's own compression, which would make nonsense of offsets. */
    private void part(Context context, Answer.File file, ByteRange part) throws IOException {
        HttpServletResponse response = context.res();
        response.setContentLengthLong(part.length());
        if (context.req().getMethod().equals("HEAD")) {
            return;
        }
        try (InputStream in = blobs.stream(file.blob(), part.first())) {
            copy(in, response.getOutputStream(), part.length());
        }
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("file ended " + left + " bytes early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /**
     * Runs as long as the page is open, in the request's own thread: whoever reads slowly holds up only this one. Ends when
     * the reader is gone, which a heartbeat finds out, or is let go.
     *
     * <p>The greeting names the commit that is served after the connection was made: one published before it is in the
     * greeting, one published after it in the queue, and none is missed.
     */
    private void live(Context context, LiveUpdates.Watch watch, CommitId commit) throws IOException {
        head(context, commit, SecurityHeaders.STREAM);
        HttpServletResponse response = context.res();
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", Caching.NEVER.header());
        response.setHeader("X-Accel-Buffering", "no");
        if (context.req().getMethod().equals("HEAD")) {
            return;
        }
        try (LiveUpdates.Client client =
                updates.connect(watch).orElseThrow(() -> new HttpFailure(HttpFailure.Reason.TOO_MANY_READERS))) {
            OutputStream out = response.getOutputStream();
            send(out, event("hello", live.garden().commit()));
            while (client.isConnected()) {
                Optional<CommitId> next = client.next(heartbeat);
                if (client.isConnected()) {
                    send(out, next.map(changed -> event("changed", changed)).orElse(":\n\n"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String event(String name, CommitId commit) {
        return "event: " + name + "\ndata: {\"commit\":\"" + commit.hex() + "\"}\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
