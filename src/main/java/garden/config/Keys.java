package garden.config;

import garden.config.Config.Attachments;
import garden.config.Config.Authors;
import garden.config.Config.LineBreaks;
import garden.config.Config.Messages;
import garden.config.Config.ProblemClass;
import garden.config.Config.Publish;
import garden.config.Config.UrlCase;
import garden.config.Config.Wikilinks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of everything that can be set. Reading, the names in the environment, {@code config.yml} and its JSON Schema derive
 * from it; {@code mvn test -Dtest=ConfigFilesTest -Dgolden=update} rewrites the two files.
 */
final class Keys {

    /** Filled by {@link #key}, in the order in which the keys stand here. */
    private static final Map<String, Key<?>> ALL = new LinkedHashMap<>();

    static final Key<String> TITLE =
            key("site.title", Forms.line(200), "Garden", "Name of the garden, shown on every page");
    static final Key<Optional<SiteUrl>> URL = key(
            "site.url",
            Forms.urlOrAuto(),
            "auto",
            "Where readers find it, such as https://example.org/garden; auto: http, server.host and server.port");
    static final Key<String> DESCRIPTION =
            key("site.description", Forms.lineOrEmpty(1000), "", "One sentence about it, for feeds and search engines");
    static final Key<String> LANGUAGE = key(
            "site.language",
            Forms.language(),
            "en",
            "Language of the notes, as in HTML's lang; lists are in its order");

    static final Key<Optional<Path>> SEED = key(
            "source.seed",
            Forms.seed(),
            ".",
            "What an empty data folder is filled from: a repository, a bundle or a folder, from here; or none");
    static final Key<String> SOURCE_FOLDER = key(
            "source.folder",
            Forms.innerFolder(),
            "notes",
            "The folder inside the repository that is the garden; \"\" for the whole");
    static final Key<Optional<String>> BRANCH = key(
            "source.branch",
            Forms.branch().orWord("auto"),
            "auto",
            "The branch that is served; auto: main, or what a mirror's upstream calls its own");

    static final Key<MirrorOf> MIRROR_URL = key(
            "mirror.url",
            Forms.mirrorOf(),
            "auto",
            "A repository to follow: https, ssh or a path; none; auto: what this data folder followed before, if"
                    + " anything");
    static final Key<Duration> POLL_INTERVAL = key(
            "mirror.pollInterval",
            Forms.duration("1 s", "24 h"),
            "60 s",
            "How often it is asked for news, give or take a tenth; a webhook is faster");
    static final Key<Duration> MIRROR_TIMEOUT =
            key("mirror.timeout", Forms.duration("1 s", "1 h"), "60 s", "How long it may be silent while it is asked");
    static final Key<String> MIRROR_USER = key("mirror.user", Forms.lineOrEmpty(200), "", "The user name for https");
    static final Key<Optional<Secret>> MIRROR_PASSWORD =
            key("mirror.password", Forms.passwordOrNothing(), "", "The password or access token for https");
    static final Key<Optional<Path>> MIRROR_KEY_FILE = key(
            "mirror.keyFile",
            Forms.pathOrNone(),
            "none",
            "The private key for ssh, without passphrase; none: those in ~/.ssh");
    static final Key<Optional<Path>> MIRROR_KNOWN_HOSTS = key(
            "mirror.knownHosts",
            Forms.pathOrNone(),
            "none",
            "The keys of ssh servers, as ssh-keyscan prints them; none: ~/.ssh/known_hosts");

    static final Key<Optional<Secret>> HOOKS_SECRET =
            key("hooks.secret", Forms.secretOrNothing(), "", "What the forge of a mirror signs its webhooks with");

    static final Key<List<TargetUrl>> PUBLISH_WEBHOOK = key(
            "publish.webhook",
            Forms.targets(),
            "",
            "http or https addresses that are told of each publication; at most five");
    static final Key<Optional<Secret>> PUBLISH_SECRET =
            key("publish.secret", Forms.secretOrNothing(), "", "What it is signed with");

    static final Key<List<String>> IGNORE = key(
            "content.ignore",
            Forms.globs(),
            "",
            "Files that are not part of the garden, as in .gitignore, such as templates/; dot files never are");
    static final Key<Attachments> ATTACHMENTS = key(
            "content.attachments",
            Forms.choice(Attachments.class),
            "linked",
            "Which attachments are public: linked (a public note uses it) or all");
    static final Key<Publish> PUBLISH = key(
            "content.publish",
            Forms.choice(Publish.class),
            "all",
            "Which notes are public: all (but drafts and publish: false) or marked (publish: true)");
    static final Key<Wikilinks> WIKILINKS = key(
            "content.wikilinks",
            Forms.choice(Wikilinks.class),
            "obsidian",
            "How they are written: obsidian ([[name|label]]) or gollum ([[label|name]], as in GitHub's wikis)");
    static final Key<LineBreaks> LINE_BREAKS = key(
            "content.lineBreaks",
            Forms.choice(LineBreaks.class),
            "auto",
            "A line end in a paragraph: obsidian (a line break), commonmark (a space) or auto (as .obsidian/app.json"
                    + " says, a space without that file)");
    static final Key<Long> MAX_NOTE_BYTES = key(
            "content.maxNoteBytes",
            Forms.size("1 KiB", "64 MiB"),
            "1 MiB",
            "The page of a longer note is its text, with its links");
    static final Key<Long> MAX_READ_BYTES = key(
            "content.maxReadBytes",
            Forms.size("1 KiB", "64 MiB"),
            "16 MiB",
            "Of a longer note no links, headings and tags are read");
    static final Key<Integer> MAX_NESTING = key(
            "content.maxNesting",
            Forms.number(10, 1000),
            "100",
            "A note with more quotes, lists or brackets inside each other is shown as text");
    static final Key<Long> MAX_OUTPUT_BYTES = key(
            "content.maxOutputBytes",
            Forms.size("1 KiB", "256 MiB"),
            "8 MiB",
            "A note whose HTML is longer is shown as text");
    static final Key<Duration> RENDER_TIMEOUT = key(
            "content.renderTimeout",
            Forms.duration("10 ms", "1 min"),
            "2 s",
            "Processor time for one note; one that takes more is shown as text for now and tried again");

    static final Key<UrlCase> URL_CASE = key(
            "urls.case",
            Forms.choice(UrlCase.class),
            "preserve",
            "Case of addresses: preserve (that of the files, as Quartz 4) or lower (as Quartz 5)");
    static final Key<List<String>> REDIRECT_HOSTS = key(
            "urls.redirectHosts",
            Forms.hosts(),
            "",
            "Other hosts to which the garden's own _redirects may lead, such as example.org or example.org:8443");

    static final Key<Boolean> ANONYMOUS_CLONE = key(
            "git.anonymousClone",
            Forms.flag(),
            "false",
            "Whether anyone may clone; the repository holds what pages hide");
    static final Key<Boolean> ALLOW_FORCE_PUSH =
            key("git.allowForcePush", Forms.flag(), "false", "Whether a push may rewrite the served branch");
    static final Key<Long> MAX_PACK_BYTES =
            key("git.maxPackBytes", Forms.size("1 MiB", "1024 GiB"), "512 MiB", "Limit of one push");
    static final Key<Long> MAX_OBJECT_BYTES =
            key("git.maxObjectBytes", Forms.size("1 KiB", "1024 GiB"), "100 MiB", "Limit of one file in a push");
    static final Key<Long> MAX_UNPACKED_BYTES = key(
            "git.maxUnpackedBytes",
            Forms.size("1 MiB", "1024 GiB"),
            "4 GiB",
            "What all files and versions in one push or fetch may unpack to; a small pack to a quarter of it");
    static final Key<Integer> MAX_OBJECTS = key(
            "git.maxObjects",
            Forms.number(1, 100_000_000),
            "1000000",
            "Files, folders and commits that are new in one push or fetch");
    static final Key<Integer> MAX_CHANGED_FILES = key(
            "git.maxChangedFiles",
            Forms.number(1, 1_000_000_000),
            "1000000",
            "Files and folders that the commits of one push or fetch may change, counted for each commit");
    static final Key<Integer> MAX_FOLDER_DEPTH = key(
            "git.maxFolderDepth",
            Forms.number(1, 1000),
            "100",
            "Folders inside each other that a push or fetch may bring");
    static final Key<Duration> PUSH_TIMEOUT = key(
            "git.pushTimeout",
            Forms.duration("1 s", "24 h"),
            "1 h",
            "How long one push or fetch may take in all, so that it ends in any case");
    static final Key<Integer> MAX_REFS_PER_PUSH =
            key("git.maxRefsPerPush", Forms.number(1, 100_000), "100", "Branches and tags in one push");
    static final Key<Duration> IDLE_TIMEOUT =
            key("git.idleTimeout", Forms.duration("1 s", "24 h"), "5 min", "How long a transfer may stand still");
    static final Key<Optional<Secret>> TOKEN =
            key("git.token", Forms.secretOrNothing(), "", "A token that may push, beside those of ./garden token");

    static final Key<Set<ProblemClass>> REFUSE = key(
            "push.refuse",
            Forms.choices(ProblemClass.class),
            "",
            "New problems for which a push is refused, such as [broken-links, bad-front-matter]");
    static final Key<Boolean> ALLOW_FORCE =
            key("push.allowForce", Forms.flag(), "true", "Whether git push -o garden.force goes past push.refuse");

    static final Key<Boolean> HISTORY_PAGES = key(
            "history.pages",
            Forms.flag(),
            "true",
            "Whether readers may open what public notes said before, at /-/history/; versions that were private never"
                    + " are");
    static final Key<Messages> MESSAGES = key(
            "history.messages",
            Forms.choice(Messages.class),
            "public",
            "Which commit messages history pages show: public (of commits that touch nothing hidden), all or none");
    static final Key<Authors> AUTHORS = key(
            "history.authors",
            Forms.choice(Authors.class),
            "show",
            "Whether history pages show who wrote a version: show or hide; mail addresses are never shown");
    static final Key<List<String>> IGNORE_REVS = key(
            "history.ignoreRevs",
            Forms.commits(),
            "",
            "Commits that count as no change, such as a reformatting, beside those in .git-blame-ignore-revs");

    static final Key<String> HOST =
            key("server.host", Forms.host(), "127.0.0.1", "Where to listen; 0.0.0.0 for every network interface");
    static final Key<Integer> PORT =
            key("server.port", Forms.number(0, 65_535), "8080", "The port; 0 for any free one");
    static final Key<Boolean> METRICS = key(
            "server.metrics",
            Forms.flag(),
            "false",
            "Whether /metrics answers Prometheus, and whoever else can reach it");
    static final Key<Long> PAGE_CACHE = key(
            "server.pageCache",
            Forms.size("0 B", "64 GiB"),
            "64 MiB",
            "Finished pages that are kept in memory until a push changes them; 0 B for none");

    static final Key<Integer> MAX_CLIENTS = key(
            "live.maxClients", Forms.number(0, 1_000_000), "1000", "Open pages that are told of changes; 0 for none");
    static final Key<Integer> QUEUE_SIZE =
            key("live.queueSize", Forms.number(1, 10_000), "64", "Changes that may wait for one slow page");
    static final Key<Duration> HEARTBEAT = key(
            "live.heartbeat", Forms.duration("1 s", "10 min"), "15 s", "How often a silent connection is kept awake");

    static final Key<Path> DATA_FOLDER =
            key("data.folder", Forms.path(), "data", "The repository, the index and the tokens, from here");

    private static final Map<String, String> SECTIONS = sections();

    private Keys() {}

    private static <T> Key<T> key(String name, Form<T> form, String byDefault, String explanation) {
        Key<T> key = new Key<>(name, form, byDefault, explanation);
        ALL.put(name, key);
        return key;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("site", "How the garden presents itself");
        sections.put("source", "Where the first content comes from, and what is served of it");
        sections.put("mirror", "A repository elsewhere that this garden follows");
        sections.put("hooks", "Webhooks that tell a mirror of news");
        sections.put("publish", "Who is told of each publication");
        sections.put("content", "What readers see, and limits of one note");
        sections.put("urls", "Spelling of addresses, and hosts for redirects");
        sections.put("git", "What git clients may do");
        sections.put("push", "Problems for which a push is refused");
        sections.put("history", "What history pages tell");
        sections.put("server", "Where the server listens");
        sections.put("live", "Open pages that show a change as it lands");
        sections.put("data", "Where the server stores its data");
        return sections;
    }

    /** Every key, in the order of {@code config.yml}. */
    static List<Key<?>> all() {
        return List.copyOf(ALL.values());
    }

    /** What each section is about, in the order of {@code config.yml}. */
    static Map<String, String> explainedSections() {
        return SECTIONS;
    }

    /** The keys of {@code section}; none when there is no such section. */
    static List<Key<?>> of(String section) {
        return ALL.values().stream()
                .filter(key -> key.section().equals(section))
                .toList();
    }

    /** The key with the whole name {@code name}. */
    static Optional<Key<?>> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
