package garden.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the server was told, checked. {@link Keys} says what each key means and what holds when it is not given.
 *
 * @param dataFolder absolute; may not exist yet
 */
public record Config(
        Site site,
        Source source,
        Mirror mirror,
        Announce announce,
        Content content,
        Urls urls,
        Git git,
        Push push,
        History history,
        Server server,
        Live live,
        Path dataFolder) {

    /** How the garden presents itself. {@code url} is empty for {@code auto}: ask {@link Config#url(int)}. */
    public record Site(String title, Optional<SiteUrl> url, String description, String language) {}

    /**
     * Where the first content comes from and what of the repository is the garden.
     *
     * @param seed absolute path of a repository, a bundle or a folder; empty for {@code none}
     * @param folder parts joined by {@code /}; empty for the whole repository
     * @param branch the served branch, short name; empty for {@code auto}
     */
    public record Source(Optional<Path> seed, String folder, Optional<String> branch) {}

    /**
     * The repository that is followed, and how it is reached.
     *
     * @param timeout how long it may be silent
     * @param user for http and https; empty when the URL names one, or nobody needs to
     * @param keyFile for ssh; empty for those of the account
     * @param knownHosts for ssh; empty for that of the account
     * @param hookSecret what a forge proves itself with; empty when none may call
     */
    public record Mirror(
            MirrorOf of,
            Duration pollInterval,
            Duration timeout,
            String user,
            Optional<Secret> password,
            Optional<Path> keyFile,
            Optional<Path> knownHosts,
            Optional<Secret> hookSecret) {}

    /** Who is told of each publication. {@code secret} signs what they are told; empty for no signature. */
    public record Announce(List<TargetUrl> targets, Optional<Secret> secret) {

        public Announce {
            targets = List.copyOf(targets);
        }
    }

    /**
     * What readers get to see, and what a note may cost.
     *
     * @param ignore globs as {@link java.nio.file.FileSystem#getPathMatcher} reads them, relative to the garden's folder
     */
    public record Content(
            List<String> ignore,
            Attachments attachments,
            Publish publish,
            Wikilinks wikilinks,
            LineBreaks lineBreaks,
            long maxNoteBytes,
            long maxReadBytes,
            int maxNesting,
            long maxOutputBytes,
            Duration renderTimeout) {

        public Content {
            ignore = List.copyOf(ignore);
        }
    }

    /**
     * How addresses are spelled.
     *
     * @param redirectHosts hosts to which the garden's own redirects may lead, in lower case, each perhaps with a port
     */
    public record Urls(UrlCase urlCase, List<String> redirectHosts) {

        public Urls {
            redirectHosts = List.copyOf(redirectHosts);
        }
    }

    /** The case of addresses. */
    public enum UrlCase {
        /** That of the files. */
        PRESERVE,
        /** Lower. */
        LOWER
    }

    /** How wikilinks are written. */
    public enum Wikilinks {
        /** {@code [[name|label]]}. */
        OBSIDIAN,
        /** {@code [[label|name]]}, and a space in a name is as good as a dash. */
        GOLLUM
    }

    /** How a line end inside a paragraph is shown. */
    public enum LineBreaks {
        /** As the settings of the vault say that the garden is; as in CommonMark when it is none. */
        AUTO,
        /** As a line break. */
        OBSIDIAN,
        /** As a space. */
        COMMONMARK
    }

    /** Which attachments are public. */
    public enum Attachments {
        /** Those that a public note uses. */
        LINKED,
        /** Every one that is not ignored. */
        ALL
    }

    /** Which notes are public. */
    public enum Publish {
        /** All but drafts and those with {@code publish: false}. */
        ALL,
        /** Only those with {@code publish: true}. */
        MARKED
    }

    /**
     * What git clients may do.
     *
     * @param pack what one push or fetch may cost here
     * @param idleTimeout how long a transfer may stand still
     * @param token a writer's token given by the operator, valid beside those made by the server
     */
    public record Git(
            boolean anonymousClone,
            boolean allowForcePush,
            long maxPackBytes,
            long maxObjectBytes,
            PackLimits pack,
            int maxRefsPerPush,
            Duration idleTimeout,
            Optional<Secret> token) {}

    /**
     * What one push or fetch may cost here, counted when it is unpacked.
     *
     * @param maxChangedFiles files and folders, counted for each commit that changes them
     * @param maxFolderDepth folders inside each other
     */
    public record PackLimits(
            long maxUnpackedBytes, int maxObjects, int maxChangedFiles, int maxFolderDepth, Duration timeout) {}

    /**
     * Problems for which a push is refused.
     *
     * @param refuse classes of new problems for which a push is refused
     * @param allowForce whether {@code git push -o garden.force} goes past {@code refuse}
     */
    public record Push(Set<ProblemClass> refuse, boolean allowForce) {

        public Push {
            refuse = Set.copyOf(refuse);
        }
    }

    /** What may be wrong with notes. */
    public enum ProblemClass {
        BROKEN_LINKS,
        AMBIGUOUS_LINKS,
        MISSING_HEADINGS,
        MISSING_BLOCKS,
        REPEATED_BLOCKS,
        UNDRAWN,
        MOVED_LINKS,
        BAD_FRONT_MATTER,
        NOT_TEXT,
        OVER_BUDGET,
        SHARED_ADDRESSES,
        BAD_REDIRECTS,
        WINDOWS_NAMES
    }

    /**
     * What history pages tell.
     *
     * @param hasPages whether readers may open past versions at all
     * @param ignoreRevs commits that count as no change, 40 lower-case hexadecimal digits each
     */
    public record History(boolean hasPages, Messages messages, Authors authors, List<String> ignoreRevs) {

        public History {
            ignoreRevs = List.copyOf(ignoreRevs);
        }
    }

    /** Which commits' messages are shown. */
    public enum Messages {
        /** Those of commits that touch only what readers may see. */
        PUBLIC,
        /** All. */
        ALL,
        /** None. */
        NONE
    }

    /** Whether the names of authors are shown. */
    public enum Authors {
        SHOW,
        HIDE
    }

    /**
     * Where the server listens. Port 0 is any free one.
     *
     * @param metrics whether {@code /metrics} answers
     * @param pageCacheBytes finished pages that are kept
     */
    public record Server(String host, int port, boolean metrics, long pageCacheBytes) {}

    /** Limits of the open pages that wait for changes. {@code queueSize} counts events per page. */
    public record Live(int maxClients, int queueSize, Duration heartbeat) {}

    /**
     * Reads {@code file}, then {@code environment}, then {@code overrides}; a later one wins.
     *
     * @param file shown in problems as given here; relative paths in it start at its folder, those from elsewhere at the working folder
     * @param environment all variables; {@code server.port} is {@code GARDEN_SERVER_PORT}
     * @param overrides from the command line, by key: {@code server.port} to {@code 8081}
     * @throws ConfigException with every problem of all three
     */
    public static Config load(Path file, Map<String, String> environment, Map<String, String> overrides)
            throws ConfigException {
        LayeredValues settings = new LayeredValues(List.of(
                Layer.defaults(file), YamlFile.read(file), Environment.read(environment), Layer.overrides(overrides)));
        Config config = of(settings);
        settings.checkOrder(Keys.MAX_NOTE_BYTES, Keys.MAX_READ_BYTES);
        settings.checkOrder(Keys.MAX_NOTE_BYTES, Keys.MAX_OUTPUT_BYTES);
        settings.checkOrder(Keys.MAX_NOTE_BYTES, Keys.MAX_OBJECT_BYTES);
        settings.throwProblems();
        return config;
    }

    /** Where readers find the garden: {@code site.url}, or for {@code auto} the host and {@code boundPort}, the port in use. */
    public SiteUrl url(int boundPort) {
        return site.url().orElseGet(() -> SiteUrl.ofListener(server.host(), boundPort));
    }

    private static Config of(LayeredValues settings) {
        return new Config(
                site(settings),
                source(settings),
                mirror(settings),
                new Announce(settings.get(Keys.PUBLISH_WEBHOOK), settings.get(Keys.PUBLISH_SECRET)),
                content(settings),
                new Urls(settings.get(Keys.URL_CASE), settings.get(Keys.REDIRECT_HOSTS)),
                git(settings),
                new Push(settings.get(Keys.REFUSE), settings.get(Keys.ALLOW_FORCE)),
                history(settings),
                new Server(
                        settings.get(Keys.HOST),
                        settings.get(Keys.PORT),
                        settings.get(Keys.METRICS),
                        settings.get(Keys.PAGE_CACHE)),
                live(settings),
                settings.get(Keys.DATA_FOLDER));
    }

    private static Site site(LayeredValues settings) {
        return new Site(
                settings.get(Keys.TITLE),
                settings.get(Keys.URL),
                settings.get(Keys.DESCRIPTION),
                settings.get(Keys.LANGUAGE));
    }

    private static Source source(LayeredValues settings) {
        return new Source(settings.get(Keys.SEED), settings.get(Keys.SOURCE_FOLDER), settings.get(Keys.BRANCH));
    }

    private static Mirror mirror(LayeredValues settings) {
        return new Mirror(
                settings.get(Keys.MIRROR_URL),
                settings.get(Keys.POLL_INTERVAL),
                settings.get(Keys.MIRROR_TIMEOUT),
                settings.get(Keys.MIRROR_USER),
                settings.get(Keys.MIRROR_PASSWORD),
                settings.get(Keys.MIRROR_KEY_FILE),
                settings.get(Keys.MIRROR_KNOWN_HOSTS),
                settings.get(Keys.HOOKS_SECRET));
    }

    private static Content content(LayeredValues settings) {
        return new Content(
                settings.get(Keys.IGNORE),
                settings.get(Keys.ATTACHMENTS),
                settings.get(Keys.PUBLISH),
                settings.get(Keys.WIKILINKS),
                settings.get(Keys.LINE_BREAKS),
                settings.get(Keys.MAX_NOTE_BYTES),
                settings.get(Keys.MAX_READ_BYTES),
                settings.get(Keys.MAX_NESTING),
                settings.get(Keys.MAX_OUTPUT_BYTES),
                settings.get(Keys.RENDER_TIMEOUT));
    }

    private static Git git(LayeredValues settings) {
        return new Git(
                settings.get(Keys.ANONYMOUS_CLONE),
                settings.get(Keys.ALLOW_FORCE_PUSH),
                settings.get(Keys.MAX_PACK_BYTES),
                settings.get(Keys.MAX_OBJECT_BYTES),
                new PackLimits(
                        settings.get(Keys.MAX_UNPACKED_BYTES),
                        settings.get(Keys.MAX_OBJECTS),
                        settings.get(Keys.MAX_CHANGED_FILES),
                        settings.get(Keys.MAX_FOLDER_DEPTH),
                        settings.get(Keys.PUSH_TIMEOUT)),
                settings.get(Keys.MAX_REFS_PER_PUSH),
                settings.get(Keys.IDLE_TIMEOUT),
                settings.get(Keys.TOKEN));
    }

    private static History history(LayeredValues settings) {
        return new History(
                settings.get(Keys.HISTORY_PAGES),
                settings.get(Keys.MESSAGES),
                settings.get(Keys.AUTHORS),
                settings.get(Keys.IGNORE_REVS));
    }

    private static Live live(LayeredValues settings) {
        return new Live(settings.get(Keys.MAX_CLIENTS), settings.get(Keys.QUEUE_SIZE), settings.get(Keys.HEARTBEAT));
    }
}
