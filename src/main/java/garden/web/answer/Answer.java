package garden.web.answer;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.snapshot.Audience;
import garden.web.live.LiveUpdates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** What is sent back. The answer to a request is decided whole before its first byte is written. */
public sealed interface Answer
        permits Answer.Body, Answer.Stream, Answer.File, Answer.Moved, Answer.Sent, Answer.Live, FinishedPage {

    /** This answer without the tag of a commit, which it would not deserve. */
    default Answer forNow() {
        return insteadOfByCommit(Caching.NEVER);
    }

    /** The same for operators alone, if it names the commit that they are told of. */
    default Answer toOperators() {
        return insteadOfByCommit(Caching.FOR_OPERATORS);
    }

    private Answer insteadOfByCommit(Caching caching) {
        return switch (this) {
            case Body body
            when body.caching() == Caching.BY_COMMIT || body.caching() == Caching.BY_CONTENT -> body.with(caching);
            case Stream stream
            when stream.caching() == Caching.BY_COMMIT ->
                new Stream(stream.contentType(), caching, stream.security(), stream.writer());
            case Body body -> body;
            case Stream stream -> stream;
            case File file -> file;
            case Moved moved -> moved;
            case Sent sent -> sent;
            case Live streamed -> streamed;
            case FinishedPage page -> page;
        };
    }

    /**
     * A whole body. Nobody changes the bytes.
     *
     * @param shown a hash of what a page shows, which is in the page too; empty for what is no page
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Body(int status, String contentType, byte[] bytes, Caching caching, SecurityHeaders security, String shown)
            implements Answer {

        /** A body that is no page. */
        public Body(int status, String contentType, byte[] bytes, Caching caching, SecurityHeaders security) {
            this(status, contentType, bytes, caching, security, "");
        }

        /** A body for programs. */
        public Body(int status, String contentType, byte[] bytes, Caching caching) {
            this(status, contentType, bytes, caching, SecurityHeaders.DATA);
        }

        /** A text for people who see it as it is. */
        public static Body text(int status, String text, Caching caching) {
            return new Body(status, ContentTypes.TEXT, text.getBytes(StandardCharsets.UTF_8), caching);
        }

        /** A value as JSON, for programs. */
        public static Body json(int status, Object value, Caching caching) {
            return new Body(status, ContentTypes.JSON, Json.bytes(value), caching);
        }

        /** The same for operators alone. */
        public Body forOperators() {
            return with(Caching.FOR_OPERATORS);
        }

        private Body with(Caching other) {
            return new Body(status, contentType, bytes, other, security, shown);
        }
    }

    /** A body too long to be held, written as it is made, while the snapshot is still pinned. */
    record Stream(String contentType, Caching caching, SecurityHeaders security, Writer writer) implements Answer {

        /** One that nobody keeps, for programs. */
        public Stream(String contentType, Writer writer) {
            this(contentType, Caching.NEVER, SecurityHeaders.DATA, writer);
        }
    }

    /** A file of the garden. */
    record File(NotePath path, BlobId blob, String contentType, Caching caching) implements Answer {}

    /** The page lives elsewhere, for good. {@code href} is complete. */
    record Moved(String href) implements Answer {}

    /** The garden's author sends readers elsewhere. {@code href} is complete, {@code status} 301, 302, 307 or 308. */
    record Sent(String href, int status) implements Answer {}

    /** A stream of changes. */
    record Live(Audience audience, LiveUpdates.Watch watch, Supplier<Greeting> greeting) implements Answer {}

    /**
     * What a page is told first.
     *
     * @param commit that is served
     * @param holds whether the page shows what it would show at that commit; empty when it did not say what it shows
     */
    record Greeting(CommitId commit, Optional<Boolean> holds) {}

    /** How long a browser may keep an answer. */
    enum Caching {
        /** Kept, but asked for again each time: the commit is its tag. */
        BY_COMMIT("no-cache"),
        /** Kept, but asked for again each time: the content is its tag. */
        BY_CONTENT("no-cache"),
        /** Kept for a day. */
        FOR_A_DAY("public, max-age=86400"),
        /** Kept for a year: the address changes with the content. */
        FOR_EVER("public, max-age=31536000, immutable"),
        /** Never kept. */
        NEVER("no-store"),
        /** Never kept, and not what others get who ask for the same. */
        FOR_OPERATORS("private, no-store");

        private final String header;

        Caching(String header) {
            this.header = header;
        }

        /** As it stands in {@code Cache-Control}. */
        public String header() {
            return header;
        }
    }

    /** Writes a body piece by piece. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }
}
