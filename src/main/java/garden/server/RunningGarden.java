package garden.server;

import garden.concurrent.Failing;
import garden.concurrent.Failure;
import garden.concurrent.Timings;
import garden.config.Config;
import garden.config.Secret;
import garden.config.SiteUrl;
import garden.config.TargetUrl;
import garden.git.NotesRepository;
import garden.git.SeekableBlobs;
import garden.git.ServedBranch;
import garden.git.history.History;
import garden.git.push.GitHttp;
import garden.git.push.PushHooks;
import garden.git.push.PushPolicy;
import garden.git.upstream.Upstream;
import garden.git.working.WorkingFolder;
import garden.markdown.Markdown;
import garden.note.CommitId;
import garden.note.Folder;
import garden.page.Pages;
import garden.page.Views;
import garden.page.address.Site;
import garden.page.history.PastViews;
import garden.page.layout.PageContext;
import garden.page.layout.Uncommitted;
import garden.page.note.NoteBodies;
import garden.page.view.Layout.LayoutLinks;
import garden.snapshot.Garden;
import garden.sync.IndexStore;
import garden.sync.MirrorLoop;
import garden.sync.MirrorPace;
import garden.sync.ParsedNotes;
import garden.sync.PreviewLoop;
import garden.sync.Rehearsal;
import garden.sync.Sources;
import garden.sync.SyncLoop;
import garden.sync.SyncStatus;
import garden.web.GardenServer;
import garden.web.answer.PushReports;
import garden.web.answer.ServerStatus;
import garden.web.cache.PageCache;
import garden.web.live.LiveUpdates;
import garden.web.webhook.OutgoingWebhooks;
import garden.web.webhook.Webhooks;
import garden.web.wiring.Metrics;
import garden.web.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server with everything it is made of, wired by hand. Starts whole or not at all. */
public final class RunningGarden implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningGarden.class);
    private static final long BODY_CACHE_CHARS = 32L << 20;
    private static final long ATTACHMENT_COPY_BYTES = 1L << 30;

    private final Pages pages = new Pages();
    private final Config config;
    private final CloseStack closeStack;
    private final SyncLoop loop;
    private final GardenServer server;
    private final PageCache cache;
    private final Site site;
    private final Folder folder;
    private final Optional<String> firstToken;
    private final Optional<MirrorLoop> mirror;
    private final Optional<PreviewLoop> preview;
    private final PageContext pageContext;
    private final OutgoingWebhooks outgoingWebhooks;
    private final String branch;

    private RunningGarden(Config config, Opening opening, CloseStack closeStack) throws IOException {
        this.config = config;
        this.closeStack = closeStack;
        DataFolder data = new DataFolder(config.dataFolder());
        int port = claim(data);
        this.site = site(config, port);
        data.removeStale();
        GardenSource source = opening.open(data.repository());
        source.working().ifPresent(closeStack::add);
        NotesRepository repository = closeStack.add(source.repository());
        this.branch = repository.branch().name();
        this.folder = repository.folder();
        if (repository.isShallow()) {
            LOG.warn("the repository is shallow: its history is cut off, and files older than that have no dates");
        }
        Markdown markdown = closeStack.add(ConfigTranslation.parser(config.content()));
        ParsedNotes notes = new ParsedNotes(repository, markdown);
        History history = closeStack.add(History.open(
                repository, data.history(), ConfigTranslation.history(config, notes), RunningGarden::reportHistory));
        this.cache = new PageCache(config.server().pageCacheBytes());
        LiveUpdates updates =
                new LiveUpdates(config.live().maxClients(), config.live().queueSize());
        Sources sources = new Sources(repository, history, notes, ConfigTranslation.softBreaks(config.content()));
        IndexStore store = index(data);
        Optional<Pushes> pushes =
                source.working().isPresent() ? Optional.empty() : Optional.of(Pushes.open(config.git(), data));
        pushes.ifPresent(closeStack::add);
        this.outgoingWebhooks = closeStack.add(outgoingWebhooks(config.announce()));
        PublicationListeners listeners = new PublicationListeners();
        pushes.ifPresent(listeners::addLog);
        listeners.addFinishedPages(cache);
        listeners.addOpenPages(updates);
        listeners.addWebhooks(outgoingWebhooks, site);
        this.loop = closeStack.add(SyncLoop.start(sources, store, listeners.all()));
        this.mirror = source.upstream().map(upstream -> closeStack.add(follow(upstream, repository.branch())));
        this.firstToken = pushes.isEmpty() ? Optional.empty() : pushes.get().firstToken(now());
        this.pageContext = pageContext(source.working());
        SeekableBlobs blobs = SeekableBlobs.open(repository, data.attachments(), ATTACHMENT_COPY_BYTES);
        Wiring wiring = wiring(sources, blobs, updates, pushes);
        wiring.running().metrics().ifPresent(listeners::addFigures);
        awaitFirstNotes();
        this.preview = source.working().isEmpty()
                ? Optional.empty()
                : Optional.of(closeStack.add(PreviewLoop.start(source.working().get(), loop)));
        this.server = closeStack.add(GardenServer.start(wiring, config.server().host(), port));
    }

    /** Opens what the notes come from, with the repository at {@code location}. */
    @FunctionalInterface
    private interface Opening {

        /** To be closed by the caller. */
        GardenSource open(Path location) throws IOException;
    }

    /** Starts the server that {@code config} describes, with the folder chosen earlier or configured. */
    public static RunningGarden start(Config config) throws IOException {
        return start(config, Optional.empty());
    }

    /**
     * Starts the server that {@code config} describes.
     *
     * @param chosen the folder of the repository that is the garden, now and at later starts; empty for the one chosen
     *     earlier, else the configured one
     * @throws IOException when something it needs cannot be had; what was started is stopped again
     */
    public static RunningGarden start(Config config, Optional<Folder> chosen) throws IOException {
        return start(config, location -> GardenSource.open(config, location, chosen, now()), new CloseStack());
    }

    /**
     * Shows the working folder {@code notes}, committed or not, to this machine alone: where the notes come from, who may push and
     * who is told, {@code config} says in vain. What is derived from them is gone after {@link #close}.
     *
     * @throws IOException when something it needs cannot be had; what was started is stopped again
     */
    public static RunningGarden preview(Config config, Path notes) throws IOException {
        TemporaryFolder.removeAbandoned(TemporaryFolder.place());
        CloseStack closeStack = new CloseStack();
        TemporaryFolder data = closeStack.add(TemporaryFolder.create());
        return start(
                ConfigTranslation.preview(config, data.path()),
                location -> GardenSource.preview(notes, location),
                closeStack);
    }

    private static RunningGarden start(Config config, Opening opening, CloseStack closeStack) throws IOException {
        try {
            return new RunningGarden(config, opening, closeStack);
        } catch (IOException | RuntimeException e) {
            closeStack.close();
            throw e;
        }
    }

    /**
     * Makes the data folder ours, and returns the port to listen on. Who has the folder is said before who has the port; but
     * a port that cannot be had leaves no new folder behind.
     */
    private int claim(DataFolder data) throws IOException {
        boolean isNew = !data.exists();
        if (!isNew) {
            closeStack.add(DataLock.take(data, now()));
        }
        int port = FreePort.of(config.server().host(), config.server().port());
        if (isNew) {
            data.create();
            closeStack.add(DataLock.take(data, now()));
        }
        return port;
    }

    private GitHttp git(Sources sources, Pushes pushes) {
        PushAnswer answer = new PushAnswer(loop, site);
        PushPolicy policy = mirror.map(loop ->
                        PushPolicy.closed("this garden follows " + loop.status().upstream() + "; push there"))
                .orElseGet(() ->
                        new PushRefusals(sources.repository(), new Rehearsal(sources, loop.live()), config.push()));
        return pushes.git(sources.repository(), new PushHooks(policy, answer));
    }

    private PageContext pageContext(Optional<WorkingFolder> working) {
        LayoutLinks whole = pages.links(site);
        LayoutLinks links = working.isPresent() ? whole.withoutUpdates() : whole;
        return new PageContext(
                site,
                config.history().hasPages() ? links : links.withoutHistory(),
                working.<Uncommitted>map(UncommittedFiles::new).orElse(Uncommitted.NOTHING));
    }

    private Wiring wiring(Sources sources, SeekableBlobs files, LiveUpdates updates, Optional<Pushes> pushes) {
        cache.begin(loop.live().garden());
        UnreadableBlobs unreadable = new UnreadableBlobs();
        NoteBlobs notes = new NoteBlobs(
                sources.repository(), unreadable, sources.markdown().limits().maxReadBytes());
        NoteBodies bodies = new NoteBodies(sources.markdown(), notes, BODY_CACHE_CHARS);
        Optional<PastViews> past = config.history().hasPages()
                ? Optional.of(new PastViews(pageContext, bodies, new RepositoryPast(sources, unreadable)))
                : Optional.empty();
        return new Wiring(
                site,
                new Wiring.Making(new Views(pageContext, bodies), past, pages),
                new Wiring.Running(
                        loop.live(),
                        updates,
                        cache,
                        () -> status(sources.markdown()),
                        metrics(sources.markdown(), updates)),
                new Wiring.Doors(
                        new RepositoryBlobs(files, unreadable),
                        pushes.map(PushReports.class::cast),
                        pushes.map(taken -> git(sources, taken)),
                        hooks(),
                        branch),
                ConfigTranslation.ofPages(config, folder),
                config.live().heartbeat());
    }

    private IndexStore index(DataFolder data) {
        return new IndexStore(
                data.index(),
                IndexStore.opening(
                        ConfigTranslation.fingerprint(config.content(), folder),
                        config.site().language()),
                ConfigTranslation.visibility(config.content()),
                ConfigTranslation.addresses(config));
    }

    private static OutgoingWebhooks outgoingWebhooks(Config.Announce announce) {
        return new OutgoingWebhooks(
                announce.targets().stream().map(TargetUrl::uri).toList(),
                announce.secret().map(Secret::value),
                Timings.WEBHOOK_RETRY);
    }

    private MirrorLoop follow(Upstream upstream, ServedBranch branch) {
        MirrorPace pace = MirrorPace.every(config.mirror().pollInterval());
        return MirrorLoop.start(new MirrorLoop.Mirrored(upstream, branch), loop, pace, status -> {});
    }

    /** So that whoever starts a new mirror finds it filled, as long as that does not take long. */
    private void awaitFirstNotes() {
        try {
            if (mirror.isPresent() && loop.live().garden().tip().equals(CommitId.NONE)) {
                mirror.get().awaitFirstAttempt(Timings.FIRST_FETCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Webhooks> hooks() {
        return mirror.flatMap(loop -> config.mirror()
                .hookSecret()
                .map(secret -> new Webhooks(secret.value(), loop::fetchNow, InstantSource.system())));
    }

    private Optional<Metrics> metrics(Markdown markdown, LiveUpdates updates) {
        if (!config.server().metrics()) {
            return Optional.empty();
        }
        Metrics metrics = new Metrics(loop.live(), updates, () -> status(markdown));
        return Optional.of(mirror.isPresent() ? metrics.withUpstream() : metrics);
    }

    private ServerStatus status(Markdown markdown) {
        SyncStatus status = loop.status();
        SortedMap<String, Failure> troubles = new TreeMap<>(status.troubles());
        outgoingWebhooks.failure().ifPresent(failure -> troubles.put(ServerStatus.ANNOUNCEMENT, failure));
        return new ServerStatus(
                status.publishedAt(),
                status.lastFailure()
                        .or(() -> preview.flatMap(PreviewLoop::failing).map(Failing::last)),
                markdown.abandoned(),
                mirror.map(MirrorLoop::status)
                        .map(now -> new ServerStatus.Upstream(now.upstream(), now.inStep(), now.behind())),
                troubles);
    }

    private static Site site(Config config, int port) {
        SiteUrl url = config.url(port);
        Config.Site site = config.site();
        return new Site(site.title(), site.description(), site.language(), url.origin(), url.basePath());
    }

    private static void reportHistory(int commits) {
        LOG.info("read the history of {} commits", commits);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The address of the home page. */
    public String url() {
        return site.origin() + site.basePath() + "/";
    }

    /** What git is given to push with {@code token}. */
    public String pushUrl(String token) {
        return site.origin().replace("://", "://writer:" + token + "@") + site.basePath() + GardenServer.GIT_PATH;
    }

    /** The served branch. */
    public String branch() {
        return branch;
    }

    /** What is followed, fit to be shown; empty for a garden that takes pushes. */
    public Optional<String> upstream() {
        return mirror.map(loop -> loop.status().upstream());
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** The token made at the first start; empty at any other. Kept nowhere. */
    public Optional<String> firstToken() {
        return firstToken;
    }

    /** What is served: {@code 141 notes at 3f2a91c}. */
    public String summary() {
        Garden garden = loop.live().garden().asOfTip();
        int notes = garden.graph().notes().size();
        if (garden.commit().equals(CommitId.NONE)) {
            return "no notes yet";
        }
        String where = pageContext
                .standing(garden, PageContext.Digits.SEVEN)
                .map(commit -> " at " + commit)
                .orElse("");
        return notes > 0 || folder.isRoot()
                ? notes + (notes == 1 ? " note" : " notes") + where
                : "no notes in the folder \"" + folder + "\"" + where + " (--folder names another)";
    }

    /** Stops listening, then the writer, then everything else; the last state is saved. */
    @Override
    public void close() {
        closeStack.close();
    }
}
