package garden.web.content;

import garden.note.Slug;
import garden.page.view.Layout.LayoutLinks;
import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import java.util.Optional;
import java.util.Set;

/**
 * What other programs served beside the notes, and old pages, browsers and feeds still ask for: pictures of the site are
 * answered with ours, and code that only old pages ran is gone. Files of the garden win.
 */
public record LegacyFiles(LayoutLinks links) {

    private static final Set<String> ICONS =
            Set.of("favicon.png", "apple-touch-icon-precomposed.png", "static/icon.png", "static/og-image.png");

    private static final Set<String> CODE = Set.of("index.css", "prescript.js", "postscript.js");

    private static final String GONE = "This file belonged to the program that published these notes before."
            + " Nothing here needs it any more.\n";

    /** The answer at an address where the garden has nothing; empty when it is none of these. */
    public Optional<Answer> at(Slug slug) {
        if (ICONS.contains(slug.value())) {
            return Optional.of(new Answer.Moved(links.icon()));
        }
        return CODE.contains(slug.value()) ? Optional.of(Answer.Body.text(410, GONE, Caching.NEVER)) : Optional.empty();
    }
}
