package garden.git.push;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A fetch with its body unzipped and bounded. JGit keeps in memory every commit that a client names, and anyone may be
 * allowed to fetch, so a small zipped body must not become an endless one.
 */
final class FetchRequest extends GitRequest {

    /** Some 200,000 names of commits; git sends at most 16,384 at a time. */
    private static final int MAX_BYTES = 10 << 20;

    private static final String CONTENT_ENCODING = "Content-Encoding";

    FetchRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(CONTENT_ENCODING) ? null : super.getHeader(name);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        InputStream body = super.getInputStream();
        String encoding = super.getHeader(CONTENT_ENCODING);
        boolean isZipped = "gzip".equals(encoding) || "x-gzip".equals(encoding);
        return new Bounded(isZipped ? new GZIPInputStream(body) : body);
    }

    /** Fails when more than {@link #MAX_BYTES} are read. */
    private static final class Bounded extends ServletInputStream {

        private final InputStream body;
        private int left = MAX_BYTES;
        private boolean isFinished;

        Bounded(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = body.read(bytes, offset, length);
            if (count < 0) {
                isFinished = true;
                return count;
            }
            left -= count;
            if (left < 0) {
                throw new IOException("fetch request: expected at most " + MAX_BYTES + " bytes, found more");
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return isFinished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read only by blocking");
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
