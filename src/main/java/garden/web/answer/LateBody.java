package garden.web.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The body of a response that begins late: as long as its first piece is not whole, nothing is sent and no header set, so that a
 * failure until then is answered as one. What the response's own stream throws becomes a {@link ReaderGoneException}; whatever
 * else is thrown while a body is written is our failure. For one thread.
 */
public final class LateBody extends OutputStream {

    private static final int FIRST_PIECE = 32 * 1024;

    private final Beginning beginning;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private Optional<OutputStream> response = Optional.empty();

    /** Sets the headers of the response, and gives its stream. */
    @FunctionalInterface
    public interface Beginning {

        /** Called once, before the first byte is sent. */
        OutputStream begin() throws IOException;
    }

    /** @param beginning what is written when the body begins */
    public LateBody(Beginning beginning) {
        this.beginning = beginning;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (response.isPresent()) {
            send(out -> out.write(bytes, offset, length));
            return;
        }
        first.write(bytes, offset, length);
        if (first.size() >= FIRST_PIECE) {
            begin();
        }
    }

    /** Sends what was written, the first piece excepted as long as it is not whole. */
    @Override
    public void flush() throws IOException {
        if (response.isPresent()) {
            send(OutputStream::flush);
        }
    }

    /** Nothing: whoever writes may close, but only {@link #finish} says that all of it is there. */
    @Override
    public void close() {}

    /** Sends what is left. */
    public void finish() throws IOException {
        if (response.isEmpty()) {
            begin();
        }
    }

    private void begin() throws IOException {
        response = Optional.of(beginning.begin());
        send(first::writeTo);
    }

    private interface Sending {
        void to(OutputStream out) throws IOException;
    }

    private void send(Sending sending) throws IOException {
        try {
            sending.to(response.orElseThrow());
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }
}
