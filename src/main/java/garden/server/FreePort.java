package garden.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before any work is done whether a port can be had. */
final class FreePort {

    private FreePort() {}

    /**
     * The port to listen on: {@code port}, or any free one for 0. Between this and the listening another program may take it;
     * then the listening fails.
     *
     * @throws IOException when the port is taken or the host is not one of this machine
     */
    static int of(String host, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new IOException(
                    "cannot listen on " + host + ":" + port + ": the port is in use or not ours to use;"
                            + " choose another with --port",
                    e);
        }
    }
}
