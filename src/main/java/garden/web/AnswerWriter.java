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

/** Puts an answer on the wire: status, headers, tag, bytes. */
final class AnswerWriter {

    /**
     * No script or style but ours; pictures and sound from anywhere, since notes may show them. The two players are for every page, since
     * a live update may bring the first video to one that had none.
     */
    static final String PAGE_POLICY = "default-src 'self'; img-src 'self' https: http: data:; media-src 'self'"
            + " https: http:; frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com; object-src"
            + " 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /** Mermaid measures and draws with styles inside its pictures. Notes cannot use this: no style of theirs passes the sanitizer. */
    private static final String DIAGRAM_POLICY = PAGE_POLICY + "; style-src 'self' 'unsafe-inline'";

    /** A file of the garden is shown, never run. */
    private static final String FILE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox";

    /** Browsers show no PDF in a sandbox; their viewers keep what it runs away from the garden. */
    private static final String PDF_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

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
        head(context, commit);
        switch (answer) {
            case Answer.Body body -> body(context, body, commit);
            case Answer.Stream stream -> stream(context, stream, commit);
            case Answer.File file -> file(context, file);
            case Answer.Moved(String href) -> sent(context, href, 301);
            case Answer.Sent(String href, int status) -> sent(context, href, status);
            case Answer.Live(LiveUpdates.Watch watch) -> live(context, watch);
        }
    }

    /** Sends a body that is whole, made from the snapshot of {@code commit}. */
    void writeBody(Context context, Answer.Body body, CommitId commit) {
        head(context, commit);
        body(context, body, commit);
    }

    private static void head(Context context, CommitId commit) {
        context.header("X-Garden-Commit", commit.hex());
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "strict-origin-when-cross-origin");
    }

    private void body(Context context, Answer.Body body, CommitId commit) {
        context.header(
                "Vary", body.caching() == Caching.FOR_OPERATORS ? "Accept-Encoding, Authorization" : "Accept-Encoding");
        context.status(body.status());
        context.header("Cache-Control", body.caching().header());
        context.header("Content-Security-Policy", policy(body.styles()));
        if (body.caching() == Caching.BY_COMMIT) {
            context.header("ETag", edition.tag(commit));
        }
        context.contentType(body.contentType());
        context.result(body.bytes());
    }

    private static String policy(Answer.Styles styles) {
        return switch (styles) {
            case FROM_FILES -> PAGE_POLICY;
            case FROM_SCRIPTS -> DIAGRAM_POLICY;
        };
    }

    private static void sent(Context context, String href, int status) {
        context.status(status);
        context.header("Location", href);
        context.header("Cache-Control", "no-cache");
    }

    private void stream(Context context, Answer.Stream stream, CommitId commit) throws IOException {
        context.header("Cache-Control", stream.caching().header());
        if (stream.caching() == Caching.BY_COMMIT) {
            context.header("ETag", edition.tag(commit));
        }
        context.header("Vary", "Accept-Encoding");
        context.contentType(stream.contentType());
        stream.writer().write(context.outputStream());
    }

    private void file(Context context, Answer.File file) throws IOException {
        String tag = "\"" + file.blob().hex() + "\"";
        context.header("ETag", tag);
        context.header("Cache-Control", file.caching().header());
        context.header(
                "Content-Security-Policy", file.contentType().equals(ContentTypes.PDF) ? PDF_POLICY : FILE_POLICY);
        context.header("Accept-Ranges", "bytes");
        if (Edition.matches(context.header("If-None-Match"), tag)) {
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
    private void live(Context context, LiveUpdates.Watch watch) throws IOException {
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
