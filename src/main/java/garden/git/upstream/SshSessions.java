package garden.git.upstream;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;

/**
 * How ssh is spoken: a key proves who we are, a list of known hosts who they are, and nobody is asked anything. What the
 * account's own configuration of ssh says is not read, no agent is asked, and a server that is not listed is refused.
 */
final class SshSessions {

    private static final List<String> KEY_NAMES = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private SshSessions() {}

    /** For one fetch: without a cache, so that a key that has been replaced is read anew. */
    static SshdSessionFactory of(UpstreamAccess access) {
        Path home = Optional.ofNullable(FS.DETECTED.userHome()).orElseThrow().toPath();
        Path account = home.resolve(".ssh");
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(home.toFile())
                .setSshDirectory(account.toFile())
                .setPreferredAuthentications("publickey")
                .setConfigStoreFactory((folder, file, user) -> null)
                .setConnectorFactory(null)
                .setDefaultIdentities(folder -> access.keyFile().map(List::of).orElseGet(() -> keys(account)))
                .setDefaultKnownHostsFiles(
                        folder -> List.of(access.knownHosts().orElse(account.resolve("known_hosts"))))
                .build(null);
    }

    private static List<Path> keys(Path folder) {
        return KEY_NAMES.stream().map(folder::resolve).toList();
    }
}
