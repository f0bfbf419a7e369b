package garden.git.upstream;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What opens the door of an upstream. Read anew for each fetch, so that a changed key needs no restart.
 *
 * @param login for http and https
 * @param keyFile a private key for ssh, without passphrase; empty for those of the account
 * @param knownHosts which keys ssh servers have; empty for the file of the account
 */
public record UpstreamAccess(Optional<Login> login, Optional<Path> keyFile, Optional<Path> knownHosts) {

    /** Whoever is let in without proving anything. */
    public static final UpstreamAccess OPEN = new UpstreamAccess(Optional.empty(), Optional.empty(), Optional.empty());

    /** A user and a password, which {@code toString} does not show. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user + ":(secret)";
        }
    }
}
