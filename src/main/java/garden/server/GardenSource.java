package garden.server;

import garden.concurrent.Timings;
import garden.config.Config;
import garden.config.MirrorOf;
import garden.config.RemoteUrl;
import garden.config.Secret;
import garden.git.ChosenFolder;
import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.git.seed.Seed;
import garden.git.upstream.FollowedUpstream;
import garden.git.upstream.Upstream;
import garden.git.upstream.UpstreamAccess;
import garden.git.upstream.UpstreamAddress;
import garden.git.upstream.UpstreamLimits;
import garden.git.working.WorkingFolder;
import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the notes come from: the repository of the data folder, made at the first start, and what it follows.
 *
 * @param repository to be closed by the owner
 * @param upstream what a mirror follows
 * @param working what a preview follows, to be closed by the owner after the repository; with neither, a garden takes pushes
 */
record GardenSource(NotesRepository repository, Optional<Upstream> upstream, Optional<WorkingFolder> working) {

    private static final Logger LOG = LoggerFactory.getLogger(GardenSource.class);
    private static final String USUAL_BRANCH = "main";
    private static final String USUAL_USER = "git";

    /**
     * Opens what is in {@code location}, or makes it.
     *
     * @param chosen a folder chosen by a flag, remembered from now on
     * @throws IOException also when a mirror would overwrite what was pushed here
     */
    static GardenSource open(Config config, Path location, Optional<Folder> chosen, Instant now) throws IOException {
        Folder configured = new Folder(config.source().folder());
        boolean isNew = !Files.exists(location);
        FollowedUpstream followed = new FollowedUpstream(location);
        Optional<String> before = isNew ? Optional.empty() : followed.read();
        Optional<RemoteUrl> url = url(config.mirror().of(), before);
        if (isNew) {
            ServedBranch branch = new ServedBranch(config.source().branch().orElse(USUAL_BRANCH));
            new Seed(url.isPresent() ? Optional.empty() : config.source().seed(), branch, chosen.orElse(configured))
                    .plant(location, now);
        }
        ChosenFolder earlier = new ChosenFolder(location);
        if (chosen.isPresent()) {
            earlier.write(chosen.get());
        }
        Optional<Upstream> upstream = url.map(known -> upstream(config, location, known));
        ServedBranch branch = branch(config, location, upstream);
        if (url.isPresent()) {
            follow(url.get().address(), before, followed, branch);
        } else if (before.isPresent()) {
            followed.forget();
            LOG.info("{} follows {} no longer and takes pushes", location, before.get());
        }
        return new GardenSource(
                NotesRepository.open(location, branch, earlier.read().orElse(configured)), upstream, Optional.empty());
    }

    /**
     * The working folder {@code folder}, in a repository that is made for it at {@code location}.
     *
     * @throws IOException also when there is no such folder
     */
    static GardenSource preview(Path folder, Path location) throws IOException {
        WorkingFolder working = WorkingFolder.open(folder, location);
        try {
            working.refresh(Set.of());
            return new GardenSource(working.notes(), Optional.empty(), Optional.of(working));
        } catch (IOException | RuntimeException e) {
            working.close();
            throw e;
        }
    }

    private static Optional<RemoteUrl> url(MirrorOf of, Optional<String> before) {
        return switch (of) {
            case MirrorOf.Upstream(RemoteUrl url) -> Optional.of(url);
            case MirrorOf.Before asBefore ->
                before.map(address -> new RemoteUrl(address, Optional.empty(), Optional.empty()));
            case MirrorOf.Nothing nothing -> Optional.empty();
        };
    }

    private static void follow(String address, Optional<String> before, FollowedUpstream followed, ServedBranch branch)
            throws IOException {
        if (before.isEmpty() && Upstream.hasCommitsOfItsOwn(followed.repository(), branch)) {
            throw new IOException("cannot follow " + address + ": " + followed.repository()
                    + " has commits of its own, which following would take out of the garden; choose another --data");
        }
        if (!before.equals(Optional.of(address))) {
            followed.write(address);
            before.ifPresent(other -> LOG.info("follows {} from now on, {} until now", address, other));
        }
    }

    private static Upstream upstream(Config config, Path location, RemoteUrl url) {
        Config.Mirror mirror = config.mirror();
        UpstreamLimits limits = new UpstreamLimits(
                config.git().maxPackBytes(),
                config.git().maxObjectBytes(),
                ConfigTranslation.pack(config.git()),
                mirror.timeout(),
                Timings.WHOLE_FETCH);
        return new Upstream(
                location,
                new UpstreamAddress(url.address(), config.source().branch()),
                new UpstreamAccess(login(mirror, url), mirror.keyFile(), mirror.knownHosts()),
                limits);
    }

    private static Optional<UpstreamAccess.Login> login(Config.Mirror mirror, RemoteUrl url) {
        String user = mirror.user().isEmpty() ? url.user().orElse(USUAL_USER) : mirror.user();
        return mirror.password()
                .or(url::password)
                .map(Secret::value)
                .map(password -> new UpstreamAccess.Login(user, password));
    }

    /** The name here: the configured one, for a mirror else the upstream's own, asked once. */
    private static ServedBranch branch(Config config, Path location, Optional<Upstream> upstream) throws IOException {
        if (config.source().branch().isPresent()) {
            return new ServedBranch(config.source().branch().get());
        }
        if (upstream.isEmpty()) {
            return new ServedBranch(USUAL_BRANCH);
        }
        Optional<ServedBranch> earlier = ServedBranch.ofCommitsIn(location);
        return earlier.isPresent() ? earlier.get() : new ServedBranch(ownBranch(upstream.get()));
    }

    private static String ownBranch(Upstream upstream) {
        try {
            return upstream.defaultBranch().orElse(USUAL_BRANCH);
        } catch (IOException e) {
            LOG.debug("cannot ask for the branch: {}", e.getMessage());
            return USUAL_BRANCH;
        }
    }
}
