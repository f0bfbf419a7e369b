package garden.git.upstream;

import garden.git.RememberedSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The upstream that a repository follows, kept in the repository's own git configuration, so that a later start that names
 * none goes on with it, and does not take pushes that the next fetch would undo.
 *
 * @param repository a bare repository
 */
public record FollowedUpstream(Path repository) {

    /** Its address without user and password; empty when the repository is its own. */
    public Optional<String> read() throws IOException {
        return setting().read();
    }

    /** Follows {@code address} from now on. */
    public void write(String address) throws IOException {
        setting().write(address);
    }

    /** Follows nothing from now on. */
    public void forget() throws IOException {
        setting().forget();
    }

    private RememberedSetting setting() {
        return new RememberedSetting(repository, "upstream");
    }
}
