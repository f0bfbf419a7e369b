package garden.git.upstream;

import garden.git.PackLimitException;
import garden.git.RemoteText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TooLargePackException;
import org.jspecify.annotations.Nullable;

/** Why a fetch failed, in words for the operator. What the upstream itself said is made fit for a terminal. */
final class FetchFailure {

    private FetchFailure() {}

    /** The failure of a fetch from {@code address}, all in one line. */
    static IOException of(UpstreamAddress address, UpstreamLimits limits, IOException failure) {
        String reason = known(failure, limits).orElseGet(() -> said(address, failure));
        return new IOException("cannot fetch " + address + ": " + reason, failure);
    }

    private static Optional<String> known(IOException failure, UpstreamLimits limits) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> words = words(cause, limits);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> words(Throwable cause, UpstreamLimits limits) {
        return Optional.ofNullable(
                switch (cause) {
                    case PackLimitException exceeded -> exceeded.getMessage();
                    case TooLargePackException tooLarge ->
                        "expected at most " + limits.maxPackBytes() + " bytes, found more (git.maxPackBytes)";
                    case TooLargeObjectInPackException tooLarge ->
                        "expected files of at most " + limits.maxObjectBytes()
                                + " bytes, found a larger one (git.maxObjectBytes)";
                    case NoRemoteRepositoryException none -> "there is no repository, or none for us";
                    case UnknownHostException unknown -> "unknown host";
                    case UnresolvedAddressException unknown -> "unknown host";
                    case ConnectException refused -> "connection refused";
                    case NoRouteToHostException unreachable -> "no route to the host";
                    case SSLException tls -> "TLS: " + RemoteText.line(String.valueOf(tls.getMessage()));
                    case InterruptedIOException silent ->
                        "no answer within " + limits.silence().toSeconds() + " s";
                    default -> null;
                });
    }

    /** What JGit says, without the address that it begins with. */
    private static String said(UpstreamAddress address, IOException failure) {
        String message = withCause(failure);
        String start = address.address() + ": ";
        return RemoteText.line(message.startsWith(start) ? message.substring(start.length()) : message);
    }

    /** JGit sometimes says only that it failed, and the cause says why. */
    private static String withCause(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        @Nullable Throwable cause = failure.getCause();
        String why = cause == null ? "" : String.valueOf(cause.getMessage());
        return cause == null || message.contains(why) ? message : message + ": " + why;
    }
}
