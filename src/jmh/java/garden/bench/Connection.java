package garden.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection over which page after page is asked for, as a browser that takes gzip would. For one thread. */
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String host;

    Connection(URI base) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        host = base.getAuthority();
    }

    /** An answer: its status and its body as it came. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, byte[] body) {}

    /** Asks for a page, with further header lines, each ended. */
    Answer get(String path, String headers) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean isChunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            isChunked |= lower.startsWith("transfer-encoding:");
        }
        return new Answer(status, isChunked ? chunks() : in.readNBytes(length));
    }

    /** Milliseconds that a page takes, packed. */
    double millis(String path) throws IOException {
        long started = System.nanoTime();
        Answer answer = get(path, "Accept-Encoding: gzip\r\n");
        if (answer.status() != 200) {
            throw new IOException(path + ": status " + answer.status());
        }
        return (System.nanoTime() - started) / 1e6;
    }

    private byte[] chunks() throws IOException {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
