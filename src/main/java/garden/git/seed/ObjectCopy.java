package garden.git.seed;

import garden.git.ServedBranch;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackParser;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/**
 * Brings objects into a repository.
 *
 * <p>From a repository by a pack and not by JGit's local transport: that one obeys what the source hides and does not know
 * linked work trees.
 */
final class ObjectCopy {

    private static final ProgressMonitor SILENT = NullProgressMonitor.INSTANCE;

    private ObjectCopy() {}

    /** Copies {@code start}, a commit or a tree, and everything it reaches. */
    static void copy(Repository source, ObjectId start, Repository target) throws IOException {
        Path pack = Files.createTempFile(target.getDirectory().toPath(), "seed", ".pack");
        try {
            writePack(source, start, pack);
            readPack(pack, target);
        } finally {
            Files.delete(pack);
        }
    }

    private static void writePack(Repository source, ObjectId start, Path pack) throws IOException {
        try (PackWriter writer = new PackWriter(source);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(pack))) {
            writer.preparePack(SILENT, Set.of(start), Set.of());
            writer.writePack(SILENT, SILENT, out);
        }
    }

    private static void readPack(Path pack, Repository target) throws IOException {
        try (ObjectInserter inserter = target.newObjectInserter();
                InputStream in = new BufferedInputStream(Files.newInputStream(pack))) {
            PackParser parser = inserter.newPackParser(in);
            parser.parse(SILENT);
            inserter.flush();
        }
    }

    /** Copies the branch that a bundle is about, and returns its newest commit. */
    static ObjectId copyBundle(Path bundle, Repository target, ServedBranch branch) throws IOException {
        try (Transport transport = Transport.open(
                target, new URIish().setPath(bundle.toAbsolutePath().toString()))) {
            transport.setTagOpt(TagOpt.NO_TAGS);
            Ref tip = tip(transport, branch);
            transport.fetch(SILENT, List.of(new RefSpec(tip.getName())));
            return tip.getObjectId();
        }
    }

    private static Ref tip(Transport transport, ServedBranch branch) throws IOException {
        try (FetchConnection connection = transport.openFetch()) {
            Map<String, Ref> refs = connection.getRefsMap();
            List<Ref> branches = refs.values().stream()
                    .filter(ref -> ref.getName().startsWith(Constants.R_HEADS))
                    .toList();
            Ref head = refs.getOrDefault(Constants.HEAD, refs.get(branch.ref()));
            if (head != null) {
                return head;
            }
            if (branches.size() == 1) {
                return branches.get(0);
            }
            throw new IOException(
                    "expected a bundle with HEAD, " + branch + " or a single branch, found " + refs.keySet());
        }
    }
}
