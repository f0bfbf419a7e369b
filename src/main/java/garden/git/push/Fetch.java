package garden.git.push;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.ServiceMayNotContinueException;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/** One clone or fetch. For one thread. */
final class Fetch extends UploadPack {

    /** @param protocol what the client says of it, as in the header {@code Git-Protocol} */
    Fetch(Repository repository, GitLimits limits, Optional<String> protocol) {
        super(repository);
        PackConfig config = new PackConfig(repository);
        // A clone may take its time; the readers of pages may not wait for it.
        config.setThreads(1);
        setPackConfig(config);
        setTimeout((int) limits.timeout().toSeconds());
        protocol.ifPresent(parameters -> setExtraParameters(List.of(parameters.split(":"))));
    }

    @Override
    public void uploadWithExceptionPropagation(InputStream input, OutputStream output, @Nullable OutputStream messages)
            throws ServiceMayNotContinueException, IOException {
        try {
            super.uploadWithExceptionPropagation(input, output, messages);
        } catch (UnsupportedOperationException e) {
            // What JGit throws for "deepen-relative", the one thing of the protocol that it knows of and cannot do.
            throw new ServiceMayNotContinueException(
                    "git fetch --deepen is not to be had here; --depth=N counts from the newest commit, --unshallow"
                            + " takes the whole history",
                    e,
                    HttpServletResponse.SC_OK);
        }
    }
}
