package garden.git.upstream;

import garden.concurrent.Timings;
import garden.git.BareRepository;
import garden.git.BroughtObjects;
import garden.git.Ids;
import garden.git.ReceivedObjects;
import garden.git.ServedBranch;
import garden.note.CommitId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/**
 * A repository elsewhere whose branch a branch here follows, wherever it goes. For one thread at a time.
 *
 * <p>Nothing of it is trusted: what it sends is checked and bounded before a branch names it ({@link FetchRepository}), only
 * git's own protocol is spoken, redirects are not followed, and nothing of it is run or checked out, so that hooks, filters
 * and submodules stay what they are: bytes.
 */
public final class Upstream {

    /** What was fetched last. Outside of what a clone of this repository takes along. */
    private static final String FETCHED = "refs/upstream/tip";

    private final Path location;
    private final UpstreamAddress address;
    private final UpstreamAccess access;
    private final UpstreamLimits limits;

    /** The upstream of the bare repository at {@code location}, which must exist. Asks nobody anything yet. */
    public Upstream(Path location, UpstreamAddress address, UpstreamAccess access, UpstreamLimits limits) {
        this.location = location;
        this.address = address;
        this.access = access;
        this.limits = limits;
    }

    /** What is followed. */
    public UpstreamAddress address() {
        return address;
    }

    /**
     * The branch that the upstream calls its own; empty when it names none. Waits for no more than {@link Timings#BRANCH_NAME} at a time.
     *
     * @throws IOException when it cannot be asked
     */
    public Optional<String> defaultBranch() throws IOException {
        return connected(() -> false, (local, transport, clock) -> {
            transport.setTimeout(Math.min(transport.getTimeout(), (int) Timings.BRANCH_NAME.toSeconds()));
            try (FetchConnection connection = transport.openFetch(List.of(), Constants.HEAD)) {
                return Optional.ofNullable(connection.getRef(Constants.HEAD))
                        .filter(Ref::isSymbolic)
                        .map(head -> head.getTarget().getName())
                        .filter(name -> name.startsWith(Constants.R_HEADS))
                        .map(Repository::shortenRefName);
            }
        });
    }

    /**
     * Moves {@code branch} to where the upstream's branch is, forward or not, and returns its commit, which is then whole and
     * on disk. When anything fails, the branch stays.
     *
     * @param isGivenUp asked now and then; the fetch ends soon after it says so
     * @throws IOException with a message for the operator, which holds no password
     */
    public CommitId fetch(ServedBranch branch, BooleanSupplier isGivenUp) throws IOException {
        return connected(isGivenUp, (local, transport, clock) -> {
            String wanted =
                    address.branch().map(name -> Constants.R_HEADS + name).orElse(Constants.HEAD);
            ReceivedObjects received = new ReceivedObjects(local, local.budget());
            transport.setObjectChecker(received);
            boolean isShallow = !local.getObjectDatabase().getShallowCommits().isEmpty();
            if (isShallow) {
                transport.setDepth(Constants.INFINITE_DEPTH);
            }
            try (FetchConnection connection = transport.openFetch(List.of(new RefSpec(wanted)), wanted)) {
                Ref tip = tip(connection, wanted);
                if (isShallow || !isComplete(local, tip.getObjectId())) {
                    connection.fetch(clock, List.of(tip), Set.of());
                    requireComplete(local, tip.getObjectId());
                }
                new BroughtObjects(local, received, local.budget()).check(tip.getObjectId());
                move(local, branch, tip.getObjectId());
                return Ids.commit(tip.getObjectId());
            }
        });
    }

    private Ref tip(FetchConnection connection, String wanted) throws IOException {
        if (!(connection instanceof BasePackFetchConnection)) {
            throw new IOException("expected git's smart protocol, found a folder of files");
        }
        Map<String, Ref> refs = connection.getRefsMap();
        Ref tip = refs.get(wanted);
        if (tip == null || tip.getObjectId() == null) {
            throw new IOException(
                    address.branch().isPresent()
                            ? "expected the branch \"" + address.branch().get() + "\", found none"
                            : "expected a branch that HEAD names, found none");
        }
        return tip;
    }

    /** As git asks before it fetches: whether the commit and all it needs are here already. */
    private static boolean isComplete(Repository local, ObjectId tip) throws IOException {
        try (ObjectWalk walk = new ObjectWalk(local)) {
            walk.markStart(walk.parseCommit(tip));
            for (Ref known : local.getRefDatabase().getRefs()) {
                if (known.getObjectId() != null) {
                    walk.markUninteresting(walk.parseAny(known.getObjectId()));
                }
            }
            walk.checkConnectivity();
            return true;
        } catch (IncorrectObjectTypeException e) {
            // There it is; of which kind it should be is said by BroughtObjects.
            return true;
        } catch (MissingObjectException e) {
            return false;
        }
    }

    private static void requireComplete(Repository local, ObjectId tip) throws IOException {
        if (isComplete(local, tip)) {
            return;
        }
        throw new IOException(
                hasAllCommits(local, tip)
                        ? "expected all of commit " + tip.name() + ", found a part of it"
                        : "expected its whole history, found it cut off as in a shallow clone; complete it there with"
                                + " git fetch --unshallow, or follow what it was cloned from");
    }

    private static boolean hasAllCommits(Repository local, ObjectId tip) throws IOException {
        try (RevWalk walk = new RevWalk(local)) {
            walk.markStart(walk.parseCommit(tip));
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                commit.disposeBody();
            }
            return true;
        } catch (MissingObjectException e) {
            return false;
        }
    }

    private static void move(FetchRepository local, ServedBranch branch, ObjectId tip) throws IOException {
        BareRepository.forcePacks(local);
        for (String name : List.of(FETCHED, branch.ref())) {
            RefUpdate update = local.updateRef(name);
            update.setNewObjectId(tip);
            update.setForceUpdate(true);
            update.setRefLogMessage("follow the upstream", true);
            switch (update.update()) {
                case NEW, FAST_FORWARD, FORCED -> BareRepository.forceRef(local, name);
                case NO_CHANGE -> {}
                default ->
                    throw new IOException("cannot move " + name + " to " + tip.name() + ": " + update.getResult());
            }
        }
    }

    /** Whether the repository at {@code location} has commits on {@code branch} that no upstream gave it. */
    public static boolean hasCommitsOfItsOwn(Path location, ServedBranch branch) throws IOException {
        try (Repository repository = BareRepository.open(location)) {
            Ref served = repository.exactRef(branch.ref());
            Ref fetched = repository.exactRef(FETCHED);
            return served != null
                    && served.getObjectId() != null
                    && (fetched == null || !served.getObjectId().equals(fetched.getObjectId()));
        }
    }

    /** What is done while connected. */
    private interface Work<T> {
        T run(FetchRepository local, Transport transport, FetchClock clock) throws IOException;
    }

    private <T> T connected(BooleanSupplier isGivenUp, Work<T> work) throws IOException {
        FetchClock clock = new FetchClock(limits.whole(), isGivenUp);
        try (FetchRepository local = new FetchRepository(location, limits, clock);
                SshdSessionFactory ssh = SshSessions.of(access)) {
            refuseRedirects(local);
            try (Transport transport = Transport.open(local, new URIish(address.address()))) {
                prepare(transport, ssh);
                return work.run(local, transport, clock);
            }
        } catch (URISyntaxException e) {
            throw new IOException("cannot fetch " + address + ": expected a URL, found " + e.getReason(), e);
        } catch (IOException e) {
            throw FetchFailure.of(address, limits, e);
        }
    }

    /** A redirect could lead to a host that nobody chose, with the password that was meant for another. */
    private static void refuseRedirects(Repository local) throws IOException {
        StoredConfig config = local.getConfig();
        if (!"false".equals(config.getString("http", null, "followRedirects"))) {
            config.setBoolean("http", null, "followRedirects", false);
            config.save();
        }
    }

    private void prepare(Transport transport, SshdSessionFactory ssh) {
        transport.setTimeout((int) limits.silence().toSeconds());
        transport.setTagOpt(TagOpt.NO_TAGS);
        access.login()
                .ifPresent(login -> transport.setCredentialsProvider(
                        new UsernamePasswordCredentialsProvider(login.user(), login.password())));
        if (transport instanceof SshTransport overSsh) {
            overSsh.setSshSessionFactory(ssh);
        }
    }
}
