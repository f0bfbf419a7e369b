package garden.git.working;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Files by path as git's nested trees, of which only those around a change are written anew. For one thread.
 *
 * <p>Not JGit's {@code DirCache}, which forgets all trees with each edit: of 100,000 notes in a thousand folders it writes a
 * thousand trees for a save, this two.
 */
final class WorkingTree {

    private final Node root = new Node();

    /** What stands under a name of a folder. */
    private sealed interface Entry {}

    private record Leaf(FileMode mode, ObjectId id) implements Entry {}

    /** Names are bytes, those of folders end with {@code /}: that is git's order. */
    private static final class Node implements Entry {

        private final SortedMap<byte[], Entry> entries = new TreeMap<>(Arrays::compareUnsigned);
        private @Nullable ObjectId written;
    }

    /** Puts a file, or a tree as a whole, where no folder with other files is. */
    void put(String path, FileMode mode, ObjectId id) {
        Node node = root;
        node.written = null;
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            Entry inner = node.entries.computeIfAbsent(bytes(path.substring(start, slash + 1)), name -> new Node());
            node = (Node) inner;
            node.written = null;
            start = slash + 1;
        }
        String name = path.substring(start);
        node.entries.put(bytes(mode.equals(FileMode.TREE) ? name + "/" : name), new Leaf(mode, id));
    }

    /** Takes away what was put at {@code path}, and the folders that it leaves empty. */
    void remove(String path) {
        remove(root, path);
    }

    private static void remove(Node node, String path) {
        node.written = null;
        int slash = path.indexOf('/');
        if (slash < 0) {
            node.entries.remove(bytes(path));
            node.entries.remove(bytes(path + "/"));
            return;
        }
        byte[] name = bytes(path.substring(0, slash + 1));
        if (node.entries.get(name) instanceof Node inner) {
            remove(inner, path.substring(slash + 1));
            if (inner.entries.isEmpty()) {
                node.entries.remove(name);
            }
        }
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** The id of the tree, which is in the repository when {@code inserter} is flushed. */
    ObjectId write(ObjectInserter inserter) throws IOException {
        return write(root, inserter);
    }

    private static ObjectId write(Node node, ObjectInserter inserter) throws IOException {
        if (node.written == null) {
            TreeFormatter tree = new TreeFormatter();
            for (Map.Entry<byte[], Entry> entry : node.entries.entrySet()) {
                byte[] name = entry.getKey();
                boolean isFolder = name[name.length - 1] == '/';
                Leaf leaf = switch (entry.getValue()) {
                    case Leaf whole -> whole;
                    case Node inner -> new Leaf(FileMode.TREE, write(inner, inserter));
                };
                tree.append(name, 0, isFolder ? name.length - 1 : name.length, leaf.mode(), leaf.id());
            }
            node.written = inserter.insert(tree);
        }
        return node.written;
    }
}
