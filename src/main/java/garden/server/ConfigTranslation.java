package garden.server;

import garden.config.Config;
import garden.git.IgnoreLists;
import garden.git.PackLimits;
import garden.git.history.HistoryRules;
import garden.graph.PageNames;
import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.markdown.model.WikiOrder;
import garden.note.CommitId;
import garden.note.Folder;
import garden.note.SoftBreaks;
import garden.note.UrlCase;
import garden.snapshot.AddressRules;
import garden.snapshot.NameOrder;
import garden.snapshot.VisibilityRules;
import garden.sync.ParsedNotes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration in the words of the packages that need it. */
public final class ConfigTranslation {

    private static final String LOOPBACK = "127.0.0.1";

    /** What is committed of a working folder, which its pages tell, may change without a step: no page of it is kept. */
    private static final long NO_PAGES = 0;

    private ConfigTranslation() {}

    /** What of {@code config} holds for a preview: readers' view of the notes, for this machine alone, and nobody is told. */
    static Config preview(Config config, Path dataFolder) {
        Config.Site site = config.site();
        return new Config(
                new Config.Site(site.title(), Optional.empty(), site.description(), site.language()),
                config.source(),
                config.mirror(),
                new Config.Announce(List.of(), Optional.empty()),
                config.content(),
                config.urls(),
                config.git(),
                config.push(),
                config.history(),
                new Config.Server(
                        LOOPBACK, config.server().port(), config.server().metrics(), NO_PAGES),
                config.live(),
                dataFolder);
    }

    static MarkdownLimits markdown(Config.Content content) {
        return new MarkdownLimits(
                maxNoteBytes(content),
                Math.toIntExact(content.maxReadBytes()),
                content.maxNesting(),
                Math.toIntExact(Math.min(content.maxOutputBytes(), Integer.MAX_VALUE / 4)),
                content.renderTimeout());
    }

    /** The parser of notes; to be closed. */
    public static Markdown parser(Config.Content content) {
        return new Markdown(markdown(content), order(content));
    }

    private static WikiOrder order(Config.Content content) {
        return switch (content.wikilinks()) {
            case OBSIDIAN -> WikiOrder.NAME_FIRST;
            case GOLLUM -> WikiOrder.LABEL_FIRST;
        };
    }

    private static PageNames names(Config.Content content) {
        return switch (content.wikilinks()) {
            case OBSIDIAN -> PageNames.AS_WRITTEN;
            case GOLLUM -> PageNames.DASHED;
        };
    }

    /** How line ends are shown; empty where each commit says so itself. */
    public static Optional<SoftBreaks> softBreaks(Config.Content content) {
        return switch (content.lineBreaks()) {
            case AUTO -> Optional.empty();
            case OBSIDIAN -> Optional.of(SoftBreaks.AS_BREAKS);
            case COMMONMARK -> Optional.of(SoftBreaks.AS_SPACES);
        };
    }

    /** How large a note may be to be read. */
    public static int maxNoteBytes(Config.Content content) {
        return Math.toIntExact(content.maxNoteBytes());
    }

    /** Which notes readers may see. */
    public static VisibilityRules visibility(Config.Content content) {
        return new VisibilityRules(
                IgnoreLists.of(content.ignore()),
                switch (content.publish()) {
                    case ALL -> VisibilityRules.Publishing.ALL;
                    case MARKED -> VisibilityRules.Publishing.MARKED;
                },
                switch (content.attachments()) {
                    case LINKED -> VisibilityRules.Attachments.LINKED;
                    case ALL -> VisibilityRules.Attachments.ALL;
                });
    }

    /** How notes get their addresses. */
    public static AddressRules addresses(Config config) {
        Config.Urls urls = config.urls();
        return new AddressRules(
                switch (urls.urlCase()) {
                    case PRESERVE -> UrlCase.PRESERVE;
                    case LOWER -> UrlCase.LOWER;
                },
                Set.copyOf(urls.redirectHosts()),
                names(config.content()),
                NameOrder.of(config.site().language()));
    }

    /** Readers may see the versions that the rules of today show, by what each says of itself, as {@code notes} knows or reads it. */
    public static HistoryRules history(Config config, ParsedNotes notes) {
        Config.History history = config.history();
        return new HistoryRules(
                new ReaderVisibility(visibility(config.content()), notes),
                history.ignoreRevs().stream().map(CommitId::new).collect(Collectors.toSet()),
                switch (history.messages()) {
                    case PUBLIC -> HistoryRules.Messages.PUBLIC;
                    case ALL -> HistoryRules.Messages.ALL;
                    case NONE -> HistoryRules.Messages.NONE;
                },
                switch (history.authors()) {
                    case SHOW -> HistoryRules.Authors.TOLD;
                    case HIDE -> HistoryRules.Authors.UNTOLD;
                },
                maxNoteBytes(config.content()));
    }

    /** All that besides the site decides what readers see of a commit. */
    static String ofPages(Config config, Folder folder) {
        return config.content() + " " + config.urls() + " " + config.history() + " folder=" + folder + " metrics="
                + config.server().metrics();
    }

    /** All that decides what of a commit is in the index. */
    static String fingerprint(Config.Content content, Folder folder) {
        return markdown(content).counted() + " " + order(content) + " " + visibility(content) + " folder=" + folder;
    }

    /** What one push or fetch may cost. */
    static PackLimits pack(Config.Git git) {
        Config.PackLimits limits = git.pack();
        return new PackLimits(
                limits.maxUnpackedBytes(),
                limits.maxObjects(),
                limits.maxChangedFiles(),
                limits.maxFolderDepth(),
                limits.timeout());
    }
}
