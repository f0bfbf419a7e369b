package garden;

import garden.config.Config;
import garden.markdown.MarkdownLimits;
import garden.note.Folder;
import garden.snapshot.VisibilityRules;

/** The configuration in the words of the packages that need it. */
final class Settings {

    private Settings() {}

    static MarkdownLimits markdown(Config.Content content) {
        return new MarkdownLimits(
                maxNoteBytes(content),
                content.maxNesting(),
                Math.toIntExact(Math.min(content.maxOutputBytes(), Integer.MAX_VALUE / 4)),
                content.renderTimeout());
    }

    static int maxNoteBytes(Config.Content content) {
        return Math.toIntExact(content.maxNoteBytes());
    }

    static VisibilityRules visibility(Config.Content content) {
        return new VisibilityRules(
                content.ignore(),
                switch (content.publish()) {
                    case ALL -> VisibilityRules.Publishing.ALL;
                    case MARKED -> VisibilityRules.Publishing.MARKED;
                },
                switch (content.attachments()) {
                    case LINKED -> VisibilityRules.Attachments.LINKED;
                    case ALL -> VisibilityRules.Attachments.ALL;
                });
    }

    /** All that decides what of a commit is in the index. */
    static String fingerprint(Config.Content content, Folder folder) {
        return markdown(content) + " " + visibility(content) + " folder=" + folder;
    }
}
