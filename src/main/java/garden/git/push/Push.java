package garden.git.push;

import garden.git.BareRepository;
import garden.git.BroughtObjects;
import garden.git.Ids;
import garden.git.MeteredPack;
import garden.git.NotesRepository;
import garden.git.PackBudget;
import garden.git.PackLimitException;
import garden.git.ReceivedObjects;
import garden.git.RemoteText;
import garden.note.CommitId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TooLargePackException;
import org.eclipse.jgit.internal.submodule.SubmoduleValidator.SubmoduleValidationException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceiveCommand.Result;
import org.eclipse.jgit.transport.ReceivePack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One push. "ok" goes out last: after the rules ({@link PushRules}), after pack and branch are on disk, and after the
 * {@link PushListener} has returned. JGit's own hook for what comes after a push runs only when the answer is out, so this
 * extends the step that moves the branch. For one thread; pushes take turns from the move of the branch on.
 */
final class Push extends ReceivePack {

    private static final Logger LOG = LoggerFactory.getLogger(Push.class);
    private static final long BYTES_PER_COMMAND = 512;
    private static final long BYTES_OF_CAPABILITIES = 8192;

    private final NotesRepository repository;
    private final GitLimits limits;
    private final PushHooks hooks;
    private final ReentrantLock turn;
    private final PackBudget budget;
    private final BroughtObjects brought;
    private Optional<MeteredPack> sent = Optional.empty();

    Push(NotesRepository repository, GitLimits limits, PushHooks hooks, ReentrantLock turn) {
        super(repository.repository());
        this.repository = repository;
        this.limits = limits;
        this.hooks = hooks;
        this.turn = turn;
        this.budget = new PackBudget(limits.pack());
        ReceivedObjects received = new ReceivedObjects(getRepository(), budget);
        this.brought = new BroughtObjects(getRepository(), received, budget);
        setObjectChecker(received);
        connectivityChecker = (info, haves, monitor) -> info.getCommands().forEach(this::requireWhole);
        setMaxPackSizeLimit(limits.maxPackBytes());
        setMaxObjectSizeLimit(limits.maxObjectBytes());
        // Room for as many again, so that a push with too many is told how many are allowed.
        setMaxCommandBytes(BYTES_OF_CAPABILITIES + 2 * BYTES_PER_COMMAND * limits.maxCommands());
        setMaxCommandDiscardBytes(BYTES_OF_CAPABILITIES + limits.maxPackBytes());
        setTimeout((int) limits.timeout().toSeconds());
        setRefLogIdent(new PersonIdent("Garden", "garden@localhost"));
        // Refused by the rules instead, which say more.
        setAllowNonFastForwards(true);
        setAllowPushOptions(true);
        setPreReceiveHook((push, commands) -> applyRules(commands));
    }

    @Override
    protected void init(InputStream input, OutputStream output, OutputStream messages) {
        MeteredPack metered = new MeteredPack(input, budget);
        sent = Optional.of(metered);
        super.init(metered, output, messages);
    }

    @Override
    protected void receivePackAndCheckConnectivity() throws IOException, SubmoduleValidationException {
        MeteredPack pack = sent.orElseThrow();
        try {
            Optional<String> closed = hooks.policy().closed();
            if (closed.isPresent()) {
                skip(pack);
                getAllCommands().forEach(command -> refuse(command, List.of(closed.get())));
            } else {
                pack.begin();
                receivePack();
            }
        } finally {
            pack.release();
        }
    }

    private void receivePack() throws IOException, SubmoduleValidationException {
        try {
            super.receivePackAndCheckConnectivity();
        } catch (TooLargePackException e) {
            say("refused: expected a push of at most " + limits.maxPackBytes() + " bytes, found more");
            throw e;
        } catch (TooLargeObjectInPackException e) {
            say("refused: expected files of at most " + limits.maxObjectBytes() + " bytes, found a larger one");
            throw e;
        } catch (CorruptObjectException | MissingObjectException | IncorrectObjectTypeException e) {
            say("refused: " + reason(e));
            throw e;
        }
    }

    /** JGit's parser puts a sentence of its own around what the checker of objects says. */
    private static String reason(IOException failure) {
        Throwable said = failure.getCause() instanceof PackLimitException exceeded ? exceeded : failure;
        return String.valueOf(said.getMessage());
    }

    private void requireWhole(ReceiveCommand command) {
        if (command.getType() == ReceiveCommand.Type.DELETE || command.getResult() != Result.NOT_ATTEMPTED) {
            return;
        }
        try {
            brought.check(command.getNewId());
        } catch (IOException e) {
            refuse(command, List.of(String.valueOf(e.getMessage())));
        }
    }

    private List<String> options() {
        List<String> options = getPushOptions();
        return options == null ? List.of() : options;
    }

    /** The client reads the answer only when it has sent its pack. */
    private void skip(MeteredPack pack) throws IOException {
        byte[] buffer = new byte[8192];
        long left = limits.maxPackBytes();
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = pack.read(buffer);
        }
    }

    private void applyRules(Collection<ReceiveCommand> commands) {
        PushRules rules = new PushRules(repository.branch(), limits, hooks.policy(), options());
        for (ReceiveCommand command : commands) {
            try {
                refuse(command, rules.objections(command, getAllCommands().size(), getRevWalk()));
            } catch (IOException e) {
                refuse(command, List.of("cannot check the push: " + e.getMessage()));
            }
        }
    }

    /** Refuses for the reasons given, if any: the first on the command, all of them in lines of their own. */
    private void refuse(ReceiveCommand command, List<String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        command.setResult(Result.REJECTED_OTHER_REASON, RemoteText.line(reasons.get(0)));
        RemoteText.lines(reasons).forEach(reason -> say("refused: " + reason));
    }

    @Override
    protected void executeCommands() {
        turn.lock();
        try {
            filterCommands(Result.NOT_ATTEMPTED).forEach(this::prepare);
            // As JGit does, but for its progress meter, which would be the first thing that whoever pushed reads.
            filterCommands(Result.NOT_ATTEMPTED).forEach(command -> command.execute(this));
            filterCommands(Result.OK).forEach(this::acknowledge);
        } finally {
            turn.unlock();
        }
    }

    /** The branch may have moved since the rules were applied; and it must never name a commit that is not on disk. */
    private void prepare(ReceiveCommand command) {
        try {
            Ref now = getRepository().exactRef(command.getRefName());
            ObjectId id = now == null ? ObjectId.zeroId() : now.getObjectId();
            if (!command.getOldId().equals(id)) {
                refuse(
                        command,
                        List.of("someone else pushed to " + repository.branch() + " meanwhile; fetch and try again"));
                return;
            }
            BareRepository.forcePacks(getRepository());
        } catch (IOException e) {
            refuse(command, List.of("cannot write the push to disk: " + e.getMessage()));
        }
    }

    /**
     * The branch has moved, certainly on disk or not: pushing again would find nothing to do. So the listener is told either
     * way, and who pushed learns that this push is not acknowledged.
     */
    private void acknowledge(ReceiveCommand command) {
        try {
            BareRepository.forceRef(getRepository(), command.getRefName());
        } catch (IOException e) {
            refuse(
                    command,
                    List.of(
                            "the branch has moved, but cannot be written to disk for certain: " + e.getMessage(),
                            "it is shown, and may be lost if the machine fails now; see to the disk, then push more"));
        }
        tellListener(command);
    }

    /** The branch has moved and is on disk: whatever goes wrong here, the push stands. */
    private void tellListener(ReceiveCommand command) {
        CommitId after = Ids.commit(command.getNewId());
        try {
            RemoteText.lines(hooks.listener().pushed(PushRules.commit(command.getOldId()), after))
                    .forEach(this::say);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            say("the push is stored, but the server stops before it is shown");
        } catch (IOException e) {
            say("the push is stored, but showing it failed: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("cannot show push {}", after, e);
            say("the push is stored, but showing it failed: " + e);
        }
    }

    private void say(String line) {
        sendMessage(RemoteText.line(line));
    }
}
