package garden.git.history;

import garden.git.GardenTrees;
import garden.git.Ids;
import garden.git.NotesRepository;
import garden.git.UnreadableObjectException;
import garden.note.CommitId;
import garden.note.IgnoredFiles;
import garden.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * How the history of one commit is read, as the files of that commit and the repository say.
 *
 * @param ignored commits that count as no change
 * @param cutOff commits whose parents the repository lacks, because it is shallow
 * @param hidden files that are no part of the garden
 * @param fingerprint differs when any of the rules does
 */
record TipRules(Set<CommitId> ignored, Mailmap mailmap, Set<ObjectId> cutOff, IgnoredFiles hidden, String fingerprint) {

    private static final String IGNORE_FILE = ".git-blame-ignore-revs";
    private static final String MAILMAP = ".mailmap";
    private static final int MAX_BYTES = 1 << 20;

    /** The rules at {@code tip}: {@code .git-blame-ignore-revs} and {@code .mailmap}, at the repository's and the garden's root. */
    static TipRules at(NotesRepository notes, CommitId tip, HistoryRules rules, IgnoredFiles hidden)
            throws IOException {
        Repository repository = notes.repository();
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            RevTree tree = walk.parseCommit(Ids.object(tip)).getTree();
            Set<String> places = new LinkedHashSet<>();
            places.add("");
            places.add(notes.folder().prefix());
            StringBuilder text = new StringBuilder(rules.text()).append(hidden);
            Set<CommitId> ignored = new HashSet<>(rules.ignored());
            StringBuilder names = new StringBuilder();
            for (String place : places) {
                String list = read(reader, tree, place + IGNORE_FILE);
                ignored.addAll(commits(list));
                text.append('\0').append(list);
                names.append(read(reader, tree, place + MAILMAP)).append('\n');
            }
            Set<ObjectId> cutOff = new TreeSet<>(repository.getObjectDatabase().getShallowCommits());
            text.append('\0').append(names).append('\0').append(cutOff);
            return new TipRules(ignored, Mailmap.parse(names.toString()), cutOff, hidden, Sha256.hex(text.toString()));
        }
    }

    /** One commit a line; {@code #} begins a comment; what is no whole commit id is passed over, as git does. */
    static Set<CommitId> commits(String list) {
        Set<CommitId> commits = new HashSet<>();
        for (String line : list.split("\n", -1)) {
            int comment = line.indexOf('#');
            String id = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (ObjectId.isId(id)) {
                commits.add(Ids.commit(ObjectId.fromString(id)));
            }
        }
        return commits;
    }

    /** Empty when there is no such file, or it cannot be read. */
    private static String read(ObjectReader reader, RevTree tree, String path) throws IOException {
        try {
            return text(reader, tree, path);
        } catch (IOException e) {
            if (UnreadableObjectException.isSaidBy(e)) {
                return "";
            }
            throw e;
        }
    }

    private static String text(ObjectReader reader, RevTree tree, String path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
            if (found == null || !GardenTrees.isFile(found, 0)) {
                return "";
            }
            byte[] bytes = reader.open(found.getObjectId(0), Constants.OBJ_BLOB)
                    .openStream()
                    .readNBytes(MAX_BYTES);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
