package garden.git.history;

import garden.git.Signature;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Through what a walk sees commits.
 *
 * @param tip what the newest commit says about all
 * @param shown which versions may be shown
 */
record HistoryPrivacy(HistoryRules rules, TipRules tip, ShownVersions shown) {

    /** Who wrote {@code commit}, fit for a page; empty when authors are not told. */
    String author(RevCommit commit) {
        return switch (rules.authors()) {
            case TOLD ->
                PublicText.name(tip.mailmap().name(Signature.author(commit).name(), Signature.mail(commit)));
            case UNTOLD -> "";
        };
    }

    /** What {@code commit}, which touches only what readers may see, says of itself; empty when that is not told. */
    String subject(RevCommit commit) {
        return switch (rules.messages()) {
            case PUBLIC -> commit.getParentCount() < 2 ? line(commit) : "";
            case ALL -> line(commit);
            case NONE -> "";
        };
    }

    /** As {@link #subject}, of a commit that touches what readers may not see. */
    String hidingSubject(RevCommit commit) {
        return switch (rules.messages()) {
            case ALL -> line(commit);
            case PUBLIC, NONE -> "";
        };
    }

    private static String line(RevCommit commit) {
        return PublicText.line(commit.getShortMessage());
    }
}
