package garden.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** A pack that the git command would not make, written byte by byte; form: gitformat-pack(5). */
public final class RawPack {

    private static final int BASE_DELTA = 7;

    private final ByteArrayOutputStream objects = new ByteArrayOutputStream();
    private final ObjectInserter.Formatter ids = new ObjectInserter.Formatter();
    private int count;
    private long claimed = -1;

    /** An entry of a tree: {@code 100644 a.md} and what it names. */
    record Entry(String modeAndName, ObjectId id) {}

    ObjectId blob(String text) {
        return add(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A blob of so many zeros. */
    ObjectId zeros(int bytes) {
        return add(Constants.OBJ_BLOB, new byte[bytes]);
    }

    /** A tree of these entries, in this order. */
    ObjectId tree(Entry... entries) {
        return add(Constants.OBJ_TREE, treeBytes(entries));
    }

    static byte[] treeBytes(Entry... entries) {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            tree.writeBytes((entry.modeAndName() + "\0").getBytes(StandardCharsets.UTF_8));
            byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
            entry.id().copyRawTo(id, 0);
            tree.writeBytes(id);
        }
        return tree.toByteArray();
    }

    ObjectId commit(ObjectId tree, ObjectId... parents) {
        StringBuilder commit = new StringBuilder("tree " + tree.name() + "\n");
        for (ObjectId parent : parents) {
            commit.append("parent ").append(parent.name()).append('\n');
        }
        commit.append("author A <a@x> 1000000000 +0000\ncommitter A <a@x> 1000000000 +0000\n\nraw\n");
        return add(Constants.OBJ_COMMIT, commit.toString().getBytes(StandardCharsets.UTF_8));
    }

    ObjectId add(int type, byte[] bytes) {
        begin(type, bytes.length);
        deflate(bytes);
        return ids.idFor(type, bytes);
    }

    /** A difference to {@code base}, which is here or there. */
    void delta(ObjectId base, byte[] delta) {
        begin(BASE_DELTA, delta.length);
        byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
        base.copyRawTo(id, 0);
        objects.writeBytes(id);
        deflate(delta);
    }

    private void begin(int type, long size) {
        count++;
        long left = size >>> 4;
        objects.write((int) ((type << 4) | (size & 15) | (left > 0 ? 128 : 0)));
        while (left > 0) {
            objects.write((int) ((left & 127) | (left > 127 ? 128 : 0)));
            left >>>= 7;
        }
    }

    private void deflate(byte[] bytes) {
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(objects)) {
            deflated.write(bytes);
        } catch (IOException e) {
            throw new AssertionError("writing to memory does not fail", e);
        }
    }

    /** Says that it holds so many objects. */
    RawPack claiming(long number) {
        claimed = number;
        return this;
    }

    public byte[] bytes() {
        byte[] all = objects.toByteArray();
        ByteBuffer pack = ByteBuffer.allocate(12 + all.length + 20);
        pack.put("PACK".getBytes(StandardCharsets.US_ASCII)).putInt(2);
        pack.putInt((int) (claimed < 0 ? count : claimed)).put(all);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(pack.array(), 0, pack.position());
            return pack.put(sha1.digest()).array();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-1", e);
        }
    }
}
