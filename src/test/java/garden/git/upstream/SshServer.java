package garden.git.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;

/** A real ssh server on a free port of the loopback that runs git for whoever has the right key. */
final class SshServer implements AutoCloseable {

    private final org.apache.sshd.server.SshServer server = org.apache.sshd.server.SshServer.setUpDefaultServer();
    private final KeyPair hostKey = newKey();
    private volatile KeyPair allowed = newKey();

    SshServer() throws IOException {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, allowed.getPublic()));
        server.setCommandFactory(ProcessShellCommandFactory.INSTANCE);
        server.start();
    }

    private static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair("ssh-ed25519", 256);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String url(Path repository) {
        return "ssh://git@127.0.0.1:" + server.getPort() + repository;
    }

    /** From now on another key opens the door. */
    void rotateKey() {
        allowed = newKey();
    }

    /** The key that opens the door, as ssh-keygen writes it. */
    void writeKey(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(allowed, "test", null, out);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What ssh-keyscan prints. */
    List<String> knownHosts() {
        return List.of("[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
