package garden.page.note;

import garden.note.BlobId;
import java.io.IOException;
import java.util.Optional;

/** The repository here lacks the bytes of a file, or holds them damaged: until it is mended, whoever asks hears the same. */
public final class UnreadableBlobException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient BlobId blob;
    private final Use use;

    /** What the bytes are wanted for. */
    public enum Use {
        NOTE,
        FILE
    }

    /** The reason, which is told once, is not kept. */
    public UnreadableBlobException(BlobId blob, Use use) {
        super("blob " + blob + " cannot be read");
        this.blob = blob;
        this.use = use;
    }

    /** The one that is, or made, {@code failure}. */
    public static Optional<UnreadableBlobException> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableBlobException unreadable) {
                return Optional.of(unreadable);
            }
        }
        return Optional.empty();
    }

    /** Which bytes. */
    public BlobId blob() {
        return blob;
    }

    /** What for. */
    public Use use() {
        return use;
    }
}
