package garden.git.upstream;

import java.util.Optional;

/**
 * A branch of a repository elsewhere.
 *
 * @param address a URL without user and password, or a path, as git takes it; fit to be shown
 * @param branch short name; empty for the one that the repository itself calls its own (HEAD)
 */
public record UpstreamAddress(String address, Optional<String> branch) {

    /** {@code https://example.org/notes.git (main)}; without the branch when it is the repository's own. */
    @Override
    public String toString() {
        return address + branch.map(name -> " (" + name + ")").orElse("");
    }
}
