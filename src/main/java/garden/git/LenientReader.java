package garden.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads objects; folders that cannot be read are empty, so that a walk goes on to what can. For one thread. */
final class LenientReader extends ObjectReader.Filter {

    private static final ObjectLoader EMPTY_FOLDER = new ObjectLoader.SmallObject(Constants.OBJ_TREE, new byte[0]);

    private final ObjectReader reader;
    private Optional<ObjectId> unreadable = Optional.empty();

    LenientReader(ObjectReader reader) {
        this.reader = reader;
    }

    @Override
    protected ObjectReader delegate() {
        return reader;
    }

    @Override
    public ObjectReader newReader() {
        return new LenientReader(reader.newReader());
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        if (type != Constants.OBJ_TREE) {
            return reader.open(id, type);
        }
        try {
            return reader.open(id, type);
        } catch (IOException e) {
            if (!UnreadableObjectException.isSaidBy(e)) {
                throw e;
            }
            unreadable = Optional.of(id.toObjectId());
            return EMPTY_FOLDER;
        }
    }

    /** Whether {@code folder} was the last that could not be read. */
    boolean couldNotRead(ObjectId folder) {
        return unreadable.filter(folder::equals).isPresent();
    }
}
